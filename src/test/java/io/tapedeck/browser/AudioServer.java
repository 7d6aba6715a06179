package io.tapedeck.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A storage that hands audio out by ranges, under addresses that are over when the test says so. */
final class AudioServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    /** So small that a browser has to ask for more. */
    private static final int LARGEST = 128 * 1024;

    private final byte[] audio;
    private final AtomicInteger signature = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    AudioServer(Path file) throws IOException {
        audio = Files.readAllBytes(file);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An address that is good until the next end of all. */
    String sign() {
        return address() + "/" + signature.get();
    }

    void expire() {
        signature.incrementAndGet();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/" + signature.get())) {
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        var range = RANGE.matcher(exchange.getRequestHeaders().getFirst("range"));
        if (!range.matches() || Integer.parseInt(range.group(1)) >= audio.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        var from = Integer.parseInt(range.group(1));
        var last = range.group(2).isEmpty() ? audio.length - 1 : Integer.parseInt(range.group(2));
        var to = Math.min(Math.min(last + 1, audio.length), from + LARGEST);
        exchange.getResponseHeaders().set("content-type", "audio/wav");
        exchange.getResponseHeaders().set("accept-ranges", "bytes");
        exchange.getResponseHeaders().set("content-range", "bytes %d-%d/%d".formatted(from, to - 1, audio.length));
        exchange.sendResponseHeaders(206, to - from);
        exchange.getResponseBody().write(Arrays.copyOfRange(audio, from, to));
    }
}
