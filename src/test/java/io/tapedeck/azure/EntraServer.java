package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives tokens as Microsoft Entra does, to one client of one directory. The emulator looks at all of them but who signed. */
final class EntraServer implements AutoCloseable {
    static final String TENANT = "contoso.onmicrosoft.com";
    static final String CLIENT = "0a1b2c3d-0000-4000-8000-00000000000f";
    static final String SECRET = "it's~a+secret&more=%";

    private static final String EXPECTED = "client_id=" + CLIENT
            + "&client_secret=it%27s~a%2Bsecret%26more%3D%25&grant_type=client_credentials"
            + "&scope=https%3A%2F%2Fstorage.azure.com%2F.default";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Queue<Duration> lives = new ArrayDeque<>();

    EntraServer() throws IOException {
        server.createContext("/", this::answer);
        server.start();
    }

    URI authority() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often it has been asked for a token. */
    int asked() {
        return requests.size();
    }

    /** The next token is good for so long, whatever is said of it. */
    void next(Duration life) {
        lives.add(life);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(body);
        var path = exchange.getRequestURI().getPath();
        if (!path.equals("/" + TENANT + "/oauth2/v2.0/token") || !body.equals(EXPECTED)) {
            send(
                    exchange,
                    401,
                    "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret\"}");
            return;
        }
        var life = lives.isEmpty() ? Duration.ofHours(1) : lives.remove();
        send(
                exchange,
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"%s\"}".formatted(token(life)));
    }

    /** A token that is good for so long. */
    static String token(Duration life) {
        var now = Instant.now();
        var claims =
                "{\"aud\":\"https://storage.azure.com\",\"iss\":\"https://sts.windows.net/the-tid/\",\"iat\":%d,\"nbf\":%d,\"exp\":%d,\"oid\":\"the-oid\",\"tid\":\"the-tid\"}"
                        .formatted(
                                now.minusSeconds(300).getEpochSecond(),
                                now.minusSeconds(300).getEpochSecond(),
                                now.plus(life).getEpochSecond());
        return URL.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8))
                + "." + URL.encodeToString(claims.getBytes(UTF_8)) + "."
                + URL.encodeToString(new byte[32]);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, json.length());
            exchange.getResponseBody().write(json.getBytes(UTF_8));
        }
    }
}
