package io.tapedeck.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** The stack on one machine as a program. */
@QuarkusMain
public class Tapedeck implements QuarkusApplication {
    private final EmbeddedServers servers;

    Tapedeck(EmbeddedServers servers) {
        this.servers = servers;
    }

    /** Starts it, unless a port is taken. */
    public static void main(String... args) {
        Config config = ConfigProvider.getConfig();
        requireFree("PORT", config.getValue("quarkus.http.port", int.class));
        requireFree("S3_PORT", config.getValue("tapedeck.local.s3-port", int.class));
        Quarkus.run(Tapedeck.class, args);
    }

    @Override
    public int run(String... args) {
        Config config = ConfigProvider.getConfig();
        Logger log = Logger.getLogger(Tapedeck.class);
        URI api = URI.create("http://localhost:" + config.getValue("quarkus.http.port", int.class));
        log.infof("API      %s/v1/recordings (health: %s/health)", api, api);
        log.infof("S3       %s", servers.s3());
        log.infof("API key  %s", key(config));
        Quarkus.waitForExit();
        return 0;
    }

    private static String key(Config config) {
        String key = config.getValue("OPERATOR_KEY", String.class);
        return "local-dev-key".equals(key) ? key + " (set DEV_KEY for another)" : "as set in DEV_KEY";
    }

    private static void requireFree(String variable, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException e) {
            System.err.printf("Port %d is taken: set %s to another one.%n", port, variable);
            System.exit(1);
        }
    }
}
