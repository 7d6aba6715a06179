package io.tapedeck.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A server in the place of one that hears: it keeps what was sent, and answers what a test says. */
final class SpeechServer implements AutoCloseable {
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<Received> received = new ArrayList<>();
    private Answer answer = exchange -> send(exchange, 200, "{\"segments\": []}", Map.of());

    /** What was sent. */
    record Received(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }

        /** The values of a field of the form. */
        List<String> field(String name) {
            var values = new ArrayList<String>();
            for (var part : body.split("--" + header("Content-type").replaceAll(".*boundary=", ""))) {
                var halves = part.split("\r\n\r\n", 2);
                if (halves.length == 2 && halves[0].contains("name=\"" + name + "\"")) {
                    values.add(halves[1].strip());
                }
            }
            return values;
        }
    }

    interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }

    SpeechServer() throws IOException {
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(int status, String body) {
        answers(status, body, Map.of());
    }

    void answers(int status, String body, Map<String, String> headers) {
        answer = exchange -> send(exchange, status, body, headers);
    }

    void answers(Answer other) {
        answer = other;
    }

    List<Received> received() {
        return received;
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
        answer.send(exchange);
    }

    private static void send(HttpExchange exchange, int status, String body, Map<String, String> headers)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
