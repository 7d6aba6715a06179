package io.tapedeck.s3;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the S3 server that all tests share. */
public final class S3Local implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(S3Local.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == S3Server.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("server", key -> start(), S3Server.class);
    }

    private static S3Server start() {
        try {
            return S3Server.inMemory();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
