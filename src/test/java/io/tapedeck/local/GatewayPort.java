package io.tapedeck.local;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/**
 * Points REST Assured at the gateway: beside the Lambda extension Quarkus points it at the mock of Lambda's event server
 * instead.
 */
public class GatewayPort implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1;
    private static final String EVENT_SERVER = "quarkus.lambda.mock-event-server.test-port";

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return context.proceed(EVENT_SERVER.equals(name) ? "quarkus.http.test-port" : name);
    }
}
