package io.tapedeck.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tapedeck.remote.FaultyProxy;
import io.tapedeck.remote.FaultyProxy.Fault;
import io.tapedeck.s3.S3Server;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The storage cloudflare-r2, which all tenants have, and which can be down. */
public class SharedStorage implements QuarkusTestResourceLifecycleManager {
    private static final AtomicBoolean DOWN = new AtomicBoolean();

    private S3Server server;
    private FaultyProxy proxy;

    /** Has it answer nothing but 503, or answer again. */
    static void down(boolean now) {
        DOWN.set(now);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = S3Server.ofAnotherAccount();
            proxy = new FaultyProxy(server.endpoint());
            proxy.befall(
                    _ -> DOWN.get(), Integer.MAX_VALUE, new Fault.Refused(503, Optional.of(Duration.ofSeconds(1))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Map.of("tapedeck.remote.cloudflare-r2", """
                {"bucket": "%s", "region": "%s", "prefix": "calls/",
                 "access": {"endpoint": "%s", "accessKeyId": "%s", "secretAccessKey": "%s"}}
                """.formatted(
                        S3Server.BUCKET,
                        S3Server.REGION,
                        proxy.uri(),
                        server.credentials.accessKeyId(),
                        server.credentials.secretAccessKey()));
    }

    @Override
    public void stop() {
        DOWN.set(false);
        try {
            proxy.close();
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
