package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as Azure does where the emulator knows nothing of it. What it was not told of, it has done. */
final class ScriptedService implements AutoCloseable {
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> scopes = new CopyOnWriteArrayList<>();

    ScriptedService() throws IOException {
        server.createContext("/", this::answer);
        server.start();
    }

    private record Answer(int status, Map<String, String> headers, String body) {}

    URI endpoint() {
        return URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), Azurite.ACCOUNT));
    }

    /** What is answered to a method, with this in its query; empty for none. */
    void answer(String method, String query, int status, Map<String, String> headers, String body) {
        answers.put(method + " " + query, new Answer(status, headers, body));
    }

    /** The methods that it was asked by. */
    List<String> requests() {
        return new ArrayList<>(requests);
    }

    /** The encryption scopes that it was asked to use. */
    List<String> scopes() {
        return new ArrayList<>(scopes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var query = String.valueOf(exchange.getRequestURI().getRawQuery());
            requests.add(exchange.getRequestMethod());
            var scope = exchange.getRequestHeaders().getFirst(Terms.SCOPE);
            if (scope != null) {
                scopes.add(scope);
            }
            var answer = answers.entrySet().stream()
                    .filter(known -> matches(known.getKey(), exchange.getRequestMethod(), query))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> new Answer(201, Map.of(), ""));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean matches(String known, String method, String query) {
        var part = known.substring(known.indexOf(' ') + 1);
        return known.startsWith(method + " ") && (part.isEmpty() ? query.equals("null") : query.contains(part));
    }
}
