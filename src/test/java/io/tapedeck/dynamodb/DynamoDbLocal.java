package io.tapedeck.dynamodb;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.local.DynamoDbInMemory;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test a fresh table, and the server that it is in. All tests share the server. */
public final class DynamoDbLocal implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(DynamoDbLocal.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Table.class, DynamoDbInMemory.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("server", key -> new DynamoDbInMemory(), DynamoDbInMemory.class);
        return parameter.getParameter().getType() == Table.class
                ? new Table(server.client(List.of()), server.createTable(), Deadline.NONE)
                : server;
    }
}
