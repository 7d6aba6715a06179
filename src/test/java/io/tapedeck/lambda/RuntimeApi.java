package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tapedeck.lambda.Outcome.Answered;
import io.tapedeck.lambda.Outcome.Failed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lambda's Runtime API, version 2018-06-01, for one execution environment. */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Pattern RESULT = Pattern.compile("invocation/([^/]+)/(response|error)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String functionArn;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final Map<String, Order> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Optional<Failed>> started = new CompletableFuture<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    RuntimeApi(String functionArn) {
        this.functionArn = functionArn;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(ROOT, this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Host and port, as the environment tells a runtime. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Done once the runtime asks for its first invocation, with the error if it could not start instead. */
    CompletableFuture<Optional<Failed>> started() {
        return started;
    }

    /** What the runtime has called so far, such as {@code invocation/next}. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** The ids of the invocations that have come to a result so far. */
    List<String> finished() {
        return calls.stream()
                .map(RESULT::matcher)
                .filter(Matcher::matches)
                .map(result -> result.group(1))
                .toList();
    }

    /** Has the runtime do something. */
    CompletableFuture<Outcome> invoke(JsonNode event, Instant deadline) {
        var order = new Order(UUID.randomUUID().toString(), event, deadline, new CompletableFuture<>());
        orders.add(order);
        return order.outcome();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = exchange.getRequestURI().getPath().substring(ROOT.length());
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(call);
            if (call.equals("invocation/next")) {
                next(exchange);
            } else if (call.equals("restore/next")) {
                reply(exchange, 200, "");
            } else {
                take(call, body);
                reply(exchange, 202, "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        started.complete(Optional.empty());
        var order = orders.take();
        running.put(order.id(), order);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", order.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms", String.valueOf(order.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set(
                "Lambda-Runtime-Trace-Id",
                "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1");
        reply(exchange, 200, order.event().toString());
    }

    private void take(String call, String body) throws IOException {
        var result = RESULT.matcher(call);
        if (!result.matches()) {
            started.complete(Optional.of(new Failed(body)));
            return;
        }
        var answered = result.group(2).equals("response");
        running.remove(result.group(1))
                .outcome()
                .complete(answered ? new Answered(JSON.readTree(body)) : new Failed(body));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private record Order(String id, JsonNode event, Instant deadline, CompletableFuture<Outcome> outcome) {}
}
