package io.tapedeck.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.rest.Attempts.Waiting;
import io.tapedeck.rest.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A server in the place of a service of AWS, which answers what a test says; and our side, for which time goes by in pauses only. */
public final class AwsServer implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    public final List<Request> requests = new ArrayList<>();
    public final List<Duration> pauses = new ArrayList<>();
    final SettableClock clock = new SettableClock(NOON);
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Reply> replies = new ArrayDeque<>();
    private Function<Request, String> usual = request -> "{}";

    /** What came. */
    public record Request(String path, Map<String, List<String>> headers, byte[] body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private record Reply(int status, Map<String, String> headers, byte[] body, boolean isLate) {}

    public AwsServer() throws IOException {
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Where it is. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What every request is answered that nothing else is said of; one that begins with a {@code __type} refuses it. */
    public void answers(Function<Request, String> answer) {
        usual = answer;
    }

    /** The next request is answered so. */
    public void answer(int status, Map<String, String> headers, byte[] body) {
        replies.add(new Reply(status, headers, body, false));
    }

    /** The same. */
    public void answer(int status, String body) {
        answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The next request is refused as JSON over REST does it. */
    public void refuse(int status, String type) {
        answer(
                status,
                Map.of("x-amzn-ErrorType", type + ":http://x/"),
                "{\"message\": \"no\"}".getBytes(StandardCharsets.UTF_8));
    }

    /** The next request is never answered. */
    public void hang() {
        replies.add(new Reply(200, Map.of(), new byte[0], true));
    }

    /** Our side, whose chance is always one half. */
    public SignedCalls calls(String service, Patience patience) {
        return calls(service, patience, Deadline.NONE);
    }

    /** The same within an invocation. */
    SignedCalls calls(String service, Patience patience, Deadline deadline) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
        return new SignedCalls(
                new AwsAddress(service, "eu-central-1", endpoint()),
                credentials,
                patience,
                new Waiting(clock, deadline, this::pause, () -> 0.5));
    }

    private void pause(Duration time) {
        pauses.add(time);
        clock.set(clock.instant().plus(time));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Request(
                    exchange.getRequestURI().getRawPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            var reply = reply(request);
            if (reply.isLate()) {
                closed.await();
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Reply reply(Request request) {
        requests.add(request);
        var next = replies.poll();
        return next == null ? usual(usual.apply(request)) : next;
    }

    private static Reply usual(String answer) {
        var status = answer.startsWith("{\"__type\"") ? 400 : 200;
        return new Reply(status, Map.of(), answer.getBytes(StandardCharsets.UTF_8), false);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
