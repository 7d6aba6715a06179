package io.tapedeck.s3;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test a server of another account than the one whose server {@link S3Local} gives; all tests share it. */
public final class S3Elsewhere implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(S3Elsewhere.class);

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
            return S3Server.ofAnotherAccount();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
