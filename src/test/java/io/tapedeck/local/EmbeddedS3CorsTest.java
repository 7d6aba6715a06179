package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Web pages that send audio to the bucket and play what is in it, by the rules of the template that is deployed. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class EmbeddedS3CorsTest {
    private static final String KEY = "uploads/acme/1";
    private static final String PAGE = "Origin: https://a.example";
    private static final String STRANGER = "Origin: https://c.example";
    private static final String REDIRECTED = "Origin: null";

    @TempDir
    private Path data;

    private Bucket bucket;

    @AfterEach
    void stop() throws Exception {
        bucket.close();
    }

    @Test
    void aPageUploadsAndSeesTheEtag() throws IOException {
        start(Map.of());
        var address = bucket.presignedPut(KEY);

        assertThat(preflight(address, PAGE, "PUT", "content-type, X-Amz-Meta-A"))
                .startsWith("HTTP/1.1 200 ")
                .contains("Access-Control-Allow-Origin: *\r\n", "Access-Control-Allow-Methods: PUT\r\n")
                .contains("Access-Control-Allow-Headers: content-type, X-Amz-Meta-A\r\n")
                .contains("Access-Control-Max-Age: 600\r\n");
        assertThat(send("PUT", address, PAGE, "Content-Type: audio/wav", "Content-Length: 0"))
                .startsWith("HTTP/1.1 200 ")
                .contains("Access-Control-Allow-Origin: *\r\n", "Access-Control-Expose-Headers: ETag\r\n");
    }

    @Test
    void whereOriginsAreNamedOnlyTheirPagesUpload() throws IOException {
        start(Map.of("AllowedOrigins", "https://a.example,https://*.b.example"));
        var address = bucket.presignedPut(KEY);

        assertThat(preflight(address, PAGE, "PUT", ""))
                .startsWith("HTTP/1.1 200 ")
                .contains("Access-Control-Allow-Origin: https://a.example\r\n", "Vary: Origin");
        assertThat(preflight(address, "Origin: https://x.b.example", "PUT", "")).startsWith("HTTP/1.1 200 ");
        assertThat(preflight(address, STRANGER, "PUT", ""))
                .startsWith("HTTP/1.1 403 ")
                .contains("<Code>AccessForbidden</Code>")
                .doesNotContain("Access-Control");
        assertThat(send("PUT", address, STRANGER, "Content-Length: 0")).doesNotContain("Access-Control");
    }

    @Test
    void whoHasTheAddressPlaysItFromAnywhere() throws Exception {
        for (var origins : new String[] {"*", "https://a.example", ""}) {
            start(Map.of("AllowedOrigins", origins));
            send("PUT", bucket.presignedPut(KEY), "Content-Length: 0");
            for (var origin : new String[] {PAGE, STRANGER, REDIRECTED}) {
                assertThat(send("GET", bucket.presignedGet(KEY), origin))
                        .startsWith("HTTP/1.1 200 ")
                        .contains("Access-Control-Allow-Origin: *\r\n")
                        .containsPattern("Access-Control-Expose-Headers: .*Content-Range");
                assertThat(preflight(bucket.presignedGet(KEY), origin, "GET", "range, if-range"))
                        .startsWith("HTTP/1.1 200 ");
                assertThat(preflight(bucket.presignedGet(KEY), origin, "HEAD", ""))
                        .startsWith("HTTP/1.1 200 ");
            }
            bucket.close();
        }
    }

    @Test
    void aPageSeesErrorsToo() throws IOException {
        start(Map.of());

        assertThat(send("GET", URI.create(bucket.presignedGet(KEY) + "0"), PAGE))
                .startsWith("HTTP/1.1 403 ")
                .contains("Access-Control-Allow-Origin: *\r\n");
    }

    @Test
    void nothingElseIsAllowed() throws IOException {
        start(Map.of());

        assertThat(preflight(bucket.presignedPut(KEY), PAGE, "DELETE", "")).startsWith("HTTP/1.1 403 ");
        assertThat(preflight(bucket.presignedPut(KEY), PAGE, "PUT", "authorization"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(send("OPTIONS", bucket.presignedPut(KEY))).startsWith("HTTP/1.1 403 ");
    }

    private void start(Map<String, String> parameters) {
        bucket = new Bucket(data, Template.read("template.yaml", parameters).bucketCors());
    }

    private String preflight(URI address, String origin, String method, String headers) throws IOException {
        var wanted = "Access-Control-Request-Headers: " + headers;
        return headers.isEmpty()
                ? send("OPTIONS", address, origin, "Access-Control-Request-Method: " + method)
                : send("OPTIONS", address, origin, "Access-Control-Request-Method: " + method, wanted);
    }

    private String send(String method, URI address, String... headers) throws IOException {
        var request = "%s %s?%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n\r\n"
                .formatted(
                        method,
                        address.getRawPath(),
                        address.getRawQuery(),
                        address.getAuthority(),
                        headers.length == 0 ? "X-Nothing: 1" : String.join("\r\n", headers));
        try (var socket = new Socket("127.0.0.1", bucket.endpoint().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
