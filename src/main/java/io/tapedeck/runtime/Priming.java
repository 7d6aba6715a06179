package io.tapedeck.runtime;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.funqy.lambda.FunqyLambdaBindingRecorder;
import io.quarkus.runtime.StartupEvent;
import io.tapedeck.access.KeyStore;
import io.tapedeck.log.InvocationLog;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Puts the function through its paces before Lambda takes the snapshot that its environments go on from, so that what an
 * answer needs is loaded: it refuses a request of nobody, and the table is asked for a key that does not exist.
 */
@Singleton
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
class Priming implements Resource {
    private static final Logger LOG = System.getLogger(Priming.class.getName());
    private static final String REQUEST_OF_NOBODY = """
            {"version": "2.0", "rawPath": "/", "rawQueryString": "", "headers": {}, "isBase64Encoded": false,
             "requestContext": {"domainName": "localhost", "http": {"method": "GET", "path": "/"}}}
            """;

    private final KeyStore keys;
    private final InvocationLog log;

    Priming(KeyStore keys, InvocationLog log) {
        this.keys = keys;
        this.log = log;
    }

    void register(@Observes StartupEvent started) {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        var request = new ByteArrayInputStream(REQUEST_OF_NOBODY.getBytes(StandardCharsets.UTF_8));
        FunqyLambdaBindingRecorder.handle(request, OutputStream.nullOutputStream(), null);
        try {
            keys.find("key_priming");
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "this function may not read keys", e);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        log.restored();
    }
}
