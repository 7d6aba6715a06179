package io.tapedeck.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server that takes messages, as those have who are told of events. What it answers is said by a test. */
public final class Receiver implements AutoCloseable {
    private final int port;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile Reply reply = new Reply(204, Map.of(), Optional.of(""));

    public Receiver() {
        server = start(0);
        port = server.getAddress().getPort();
    }

    private HttpServer start(int wanted) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 100);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", this::take);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on after it was closed, with what came before. */
    public void reopen() {
        server = start(port);
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/hook";
    }

    /** What came, in its order. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Answers so from now on. */
    public void answer(int status, Map<String, String> headers, String body) {
        reply = new Reply(status, headers, Optional.of(body));
    }

    /** Answers with a status, and then with nothing for good. */
    public void hangAfter(int status) {
        reply = new Reply(status, Map.of(), Optional.empty());
    }

    /** Does not answer from now on. */
    public void hang() {
        hangAfter(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        messages.add(new Message(
                Instant.now(),
                exchange.getRequestMethod(),
                HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true),
                body));
        var answer = reply;
        if (answer.status() == 0) {
            return;
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        var bytes = answer.body().orElse("").getBytes(StandardCharsets.UTF_8);
        if (answer.body().isEmpty()) {
            exchange.sendResponseHeaders(answer.status(), 1);
            exchange.getResponseBody().flush();
            return;
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * What was sent.
     *
     * @param at when it came
     */
    public record Message(Instant at, String method, HttpHeaders headers, String body) {
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** @param body absent where it never comes */
    private record Reply(int status, Map<String, String> headers, Optional<String> body) {}
}
