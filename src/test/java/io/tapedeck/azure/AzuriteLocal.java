package io.tapedeck.azure;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the emulator that all tests share. */
public final class AzuriteLocal implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(AzuriteLocal.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Azurite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("emulator", key -> start(), Azurite.class);
    }

    private static Azurite start() {
        try {
            return Azurite.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
