package io.tapedeck.gcs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test a bucket on a server that all tests share. */
public final class GcsLocal implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(GcsLocal.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GcsBucket.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var server =
                context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("server", key -> start(), GcsServer.class);
        return GcsBuckets.at(server.address(), server, GcsBuckets.key(), Clock.systemUTC());
    }

    private static GcsServer start() {
        try {
            return new GcsServer(Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
