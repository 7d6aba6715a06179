package io.tapedeck.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The answer to a request that was sent as it is written, since HTTP clients tidy up what they send.
 *
 * @param head status line and headers
 */
record RawHttp(int status, List<String> head, String body) {

    /** Sends a request without a body. */
    static RawHttp send(String method, String target, String... headers) {
        return exchange(head(method, target, headers).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a request with a body. */
    static RawHttp send(byte[] body, String method, String target, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Length: " + body.length;
        var request = new ByteArrayOutputStream();
        request.writeBytes(head(method, target, all).getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return exchange(request.toByteArray());
    }

    /** A header's value, empty if there is none. */
    String header(String name) {
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String head(String method, String target, String... headers) {
        var lines = Stream.concat(
                Stream.of(method + " " + target + " HTTP/1.1", "Host: localhost", "Connection: close"),
                Arrays.stream(headers));
        return lines.collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
    }

    private static RawHttp exchange(byte[] request) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            var parts = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n\r\n", 2);
            var head = Arrays.asList(parts[0].split("\r\n"));
            return new RawHttp(Integer.parseInt(head.getFirst().split(" ")[1]), head, parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
