package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Sends to and fetches from the URLs that the API hands out, as any HTTP client does. Every transfer has a connection of
 * its own and waits to be told to go on before it sends a body. A server that refuses an upload may still close the
 * connection while the body is on its way: then the answer is lost, and the upload is sent again.
 */
public final class Transfer {
    private static final int ATTEMPTS = 8;

    private final HttpResponse<byte[]> answer;

    private Transfer(HttpResponse<byte[]> answer) {
        this.answer = answer;
    }

    /** Uploads to a recording as the answer to its creation says. */
    public static Transfer put(JsonPath created, byte[] audio) {
        Map<String, String> headers = created.getMap("upload.headers");
        return put(created.getString("upload.url"), headers == null ? Map.of() : headers, audio);
    }

    /** Uploads with these headers. */
    public static Transfer put(String url, Map<String, String> headers, byte[] audio) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .expectContinue(true)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(audio));
        headers.forEach(request::header);
        return send(request.build(), ATTEMPTS);
    }

    /** Fetches with these headers, name after value. */
    public static Transfer get(String url, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url));
        return send(
                headers.length == 0 ? request.build() : request.headers(headers).build(), 1);
    }

    /** Asks for the headers alone. */
    public static Transfer head(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).HEAD().build(), 1);
    }

    private static Transfer send(HttpRequest request, int attempts) {
        try (var client = HttpClient.newHttpClient()) {
            return new Transfer(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            if (attempts > 1) {
                return send(request, attempts - 1);
            }
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails the test unless the answer has this status. */
    public Transfer requireStatus(int status) {
        assertThat(answer.statusCode())
                .as("%s %s", answer.uri().getPath(), new String(answer.body(), StandardCharsets.ISO_8859_1))
                .isEqualTo(status);
        return this;
    }

    public int status() {
        return answer.statusCode();
    }

    public byte[] body() {
        return answer.body();
    }

    /** A header's value, empty if there is none. */
    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
