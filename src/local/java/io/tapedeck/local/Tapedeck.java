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
        int port = number("PORT", config.getConfigValue("quarkus.http.port").getValue());
        int s3Port = number(
                "S3_PORT", config.getConfigValue("tapedeck.local.s3-port").getValue());
        if (port == s3Port) {
            refuse("PORT and S3_PORT must be different; both are %d.".formatted(port));
        }
        requireFree("PORT", port);
        requireFree("S3_PORT", s3Port);
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
        return "local-dev-key".equals(key) ? key + " (set DEV_KEY to change it)" : "the value of DEV_KEY";
    }

    private static void requireFree(String variable, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException e) {
            refuse("Port %d is in use; set %s to another one.".formatted(port, variable));
        }
    }

    private static int number(String variable, String text) {
        if (!text.matches("[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]")) {
            refuse("%s must be a port from 0 to 65535, not %s.".formatted(variable, text));
        }
        return Integer.parseInt(text);
    }

    private static void refuse(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
