package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A function that starts from a snapshot finds no credentials in its environment, but an address that gives them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialsTest {
    private static final String TOKEN = "token-of-this-environment";
    private static final String CREDENTIALS = """
            {"AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "secret", "Token": "session",
             "Expiration": "2099-01-01T00:00:00Z"}
            """;

    private final Deployment deployment = new Deployment();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    CredentialsTest() throws IOException {
        server.createContext("/2021-04-23/credentials", this::give);
        server.start();
    }

    @AfterAll
    void close() throws Exception {
        server.stop(0);
        deployment.close();
    }

    @Test
    void theyAreFetchedOnceForAllInvocations() {
        var environment = Map.of(
                "AWS_ACCESS_KEY_ID",
                "",
                "AWS_SECRET_ACCESS_KEY",
                "",
                "AWS_SESSION_TOKEN",
                "",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/2021-04-23/credentials",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                TOKEN);
        try (var list = deployment.with("list", environment, Duration.ofSeconds(30))) {
            var first = Answer.of(list.answer(Payload.read("list-repeated-parameters")));
            var second = Answer.of(list.answer(Payload.read("list-repeated-parameters")));

            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(tokens).containsExactly(TOKEN);
        }
    }

    private void give(HttpExchange exchange) throws IOException {
        try (exchange) {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            var body = CREDENTIALS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
