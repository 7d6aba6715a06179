package io.tapedeck.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * Stands in front of a server that speaks plain HTTP, and does to requests what networks and busy servers do. What it does not trouble
 * passes as it was sent, but for a connection of its own.
 */
public final class FaultyProxy implements AutoCloseable {
    private final URI server;
    private final ServerSocket socket;
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public FaultyProxy(URI server) throws IOException {
        this.server = requireNonNull(server);
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    /** What can befall a request. */
    public sealed interface Fault {
        /** The server, as it seems, takes no requests; it says when it will. */
        record Refused(int status, Optional<Duration> retryAfter) implements Fault {}

        /** The connection breaks once so many bytes of the request's body have reached the server. */
        record RequestBroken(long bytes) implements Fault {}

        /** The connection breaks once so many bytes of the answer's body have reached the client. */
        record AnswerBroken(long bytes) implements Fault {}

        /** The server does what it was asked for, and the client never learns of it. */
        record AnswerLost() implements Fault {}

        /** The last byte of the request's body becomes another on its way. */
        record BodyAltered() implements Fault {}

        /** Nothing comes back, until the proxy is closed. */
        record Silence() implements Fault {}
    }

    /**
     * What a client sent.
     *
     * @param headers by their names in lower case
     */
    public record Request(String method, String target, Map<String, String> headers) {
        public Request {
            headers = Map.copyOf(headers);
        }

        long length() {
            return Long.parseLong(headers.getOrDefault("content-length", "0"));
        }
    }

    /** The server's own address, but for host and port. */
    public URI uri() {
        return URI.create("http://127.0.0.1:%d%s".formatted(socket.getLocalPort(), server.getRawPath()));
    }

    /** Something befalls the next requests of a kind, so many times. */
    public synchronized void befall(Predicate<Request> kind, int times, Fault fault) {
        troubles.add(new Trouble(kind, times, fault));
    }

    /** All that has been asked for. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException whenClosed) {
            // No more come.
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream(), 1 << 16);
            var lines = head(in);
            if (lines.isEmpty()) {
                return;
            }
            var request = request(lines);
            befall(next(request), new Exchange(request, lines, in, client.getOutputStream()));
        } catch (IOException | InterruptedException gone) {
            // One side has left, which the other notices.
        }
    }

    private synchronized Optional<Fault> next(Request request) {
        requests.add(request);
        return troubles.stream()
                .filter(trouble -> trouble.befalls(request))
                .findFirst()
                .map(trouble -> trouble.fault);
    }

    private record Exchange(Request request, List<String> head, InputStream in, OutputStream out) {}

    private void befall(Optional<Fault> fault, Exchange exchange) throws IOException, InterruptedException {
        var length = exchange.request().length();
        switch (fault.orElse(null)) {
            case null -> relay(exchange, exchange.in(), length, Long.MAX_VALUE);
            case Fault.BodyAltered() -> relay(exchange, new Altered(exchange.in(), length), length, Long.MAX_VALUE);
            case Fault.RequestBroken(var bytes) -> relay(exchange, exchange.in(), Math.min(bytes, length - 1), 0);
            case Fault.AnswerBroken(var bytes) -> relay(exchange, exchange.in(), length, bytes);
            case Fault.AnswerLost() -> lose(exchange);
            case Fault.Refused refused -> refuse(refused, exchange);
            case Fault.Silence() -> closed.await();
        }
    }

    /** Sends the request, or the beginning of it, and then the head of the answer and the beginning of its body. */
    private void relay(Exchange exchange, InputStream body, long sent, long received) throws IOException {
        try (var upstream = new Socket(server.getHost(), server.getPort())) {
            send(exchange, body, sent, upstream.getOutputStream());
            if (sent < exchange.request().length()) {
                return;
            }
            var answer = new BufferedInputStream(upstream.getInputStream(), 1 << 16);
            exchange.out().write(closing(head(answer)));
            copy(answer, exchange.out(), received);
            exchange.out().flush();
        }
    }

    private void lose(Exchange exchange) throws IOException {
        try (var upstream = new Socket(server.getHost(), server.getPort())) {
            send(exchange, exchange.in(), exchange.request().length(), upstream.getOutputStream());
            head(upstream.getInputStream());
        }
    }

    private static void send(Exchange exchange, InputStream body, long bytes, OutputStream to) throws IOException {
        to.write(closing(exchange.head()));
        copy(body, to, bytes);
        to.flush();
    }

    /** A head that says that nothing else comes on its connection. */
    private static byte[] closing(List<String> head) {
        var lines = new ArrayList<>(head);
        lines.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("connection:"));
        lines.add("Connection: close");
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1);
    }

    private static void refuse(Fault.Refused refused, Exchange exchange) throws IOException {
        copy(exchange.in(), OutputStream.nullOutputStream(), exchange.request().length());
        var retry = refused.retryAfter()
                .map(after -> "Retry-After: %d\r\n".formatted(after.toSeconds()))
                .orElse("");
        exchange.out()
                .write("HTTP/1.1 %d Refused\r\n%sContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .formatted(refused.status(), retry)
                        .getBytes(ISO_8859_1));
        exchange.out().flush();
    }

    /** The lines before the body; none where the other side has nothing more to say. */
    private static List<String> head(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                if (line.size() == 0) {
                    return lines;
                }
                lines.add(line.toString(ISO_8859_1));
                line.reset();
            } else if (next != '\r') {
                line.write(next);
            }
        }
        return List.of();
    }

    private static Request request(List<String> head) {
        var first = head.getFirst().split(" ");
        var headers = new TreeMap<String, String>();
        head.stream()
                .skip(1)
                .map(line -> line.split(":", 2))
                .forEach(field -> headers.put(field[0].toLowerCase(Locale.ROOT), field[1].strip()));
        return new Request(first[0], first[1], headers);
    }

    private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        var buffer = new byte[1 << 16];
        for (long left = bytes; left > 0; ) {
            var count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                return;
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    /** What is to befall some requests. */
    private static final class Trouble {
        private final Predicate<Request> kind;
        private final Fault fault;
        private int left;

        Trouble(Predicate<Request> kind, int times, Fault fault) {
            this.kind = kind;
            this.fault = fault;
            this.left = times;
        }

        boolean befalls(Request request) {
            if (left == 0 || !kind.test(request)) {
                return false;
            }
            left--;
            return true;
        }
    }

    /** Bytes of which the last is another. */
    private static final class Altered extends InputStream {
        private final InputStream in;
        private long left;

        Altered(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            var one = in.read();
            return one >= 0 && --left == 0 ? one ^ 1 : one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var count = in.read(target, offset, length);
            left -= Math.max(count, 0);
            if (count > 0 && left == 0) {
                target[offset + count - 1] ^= 1;
            }
            return count;
        }
    }
}
