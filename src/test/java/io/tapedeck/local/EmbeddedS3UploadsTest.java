package io.tapedeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Presigned uploads as HTTP clients send them by themselves, byte for byte. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class EmbeddedS3UploadsTest {
    private static final String KEY = "uploads/acme/1";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    /** What is sent: to a parser of forms, a few parameters. */
    private static final String BODY = "a=b&partNumber=7&X-Amz-Signature=x&acl&%zz&" + "c".repeat(300_000);

    @TempDir
    private Path data;

    private Bucket bucket;

    @BeforeEach
    void start() {
        bucket = new Bucket(data, Template.read("template.yaml").bucketCors());
    }

    @AfterEach
    void stop() throws Exception {
        bucket.close();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=utf-8",
                "Application/X-WWW-Form-URLencoded",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "application/json",
                "audio/wav",
                "text/plain; charset=nonsense",
                ";;;"
            })
    void whateverTheBodySaysThatItIsItIsTheObject(String type) throws IOException {
        var header = type == null ? "X-Nothing: 1" : "Content-Type: " + type;

        assertThat(send(bucket.presignedPut(KEY), BODY, header, length(BODY))).startsWith("HTTP/1.1 200 ");
        assertThat(stored()).isEqualTo(BODY);

        assertThat(send(bucket.presignedPut(KEY), "", header, "Content-Length: 0"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(stored()).isEmpty();

        assertThat(send(bucket.presignedPut(KEY), chunked(BODY), header, CHUNKED))
                .startsWith("HTTP/1.1 200 ");
        assertThat(stored()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "audio/wav"})
    void partsAreTakenLikeWholeObjects(String type) throws IOException {
        var measured = bucket.startMultipart(KEY);
        var etag = etag(send(bucket.presignedPart(KEY, measured, 1), BODY, "Content-Type: " + type, length(BODY)));
        bucket.complete(KEY, measured, etag);
        assertThat(stored()).isEqualTo(BODY);

        var unmeasured = bucket.startMultipart(KEY);
        etag = etag(send(bucket.presignedPart(KEY, unmeasured, 1), chunked(BODY), "Content-Type: " + type, CHUNKED));
        bucket.complete(KEY, unmeasured, etag);
        assertThat(stored()).isEqualTo(BODY);
    }

    @Test
    void whoAsksMayGoOnIsToldSo() throws IOException {
        var answer = send(
                bucket.presignedPut(KEY),
                BODY,
                "Content-Type: application/x-www-form-urlencoded",
                "Expect: 100-continue",
                length(BODY));

        assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ");
        assertThat(stored()).isEqualTo(BODY);
    }

    @Test
    void aWrongSignatureIsRefusedBeforeTheBodyIsRead() throws IOException {
        var address = URI.create(bucket.presignedPut(KEY).toString().replace("Signature=", "Signature=0"));

        assertThat(send(address, "", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 1000000"))
                .startsWith("HTTP/1.1 403 ")
                .contains("<Code>SignatureDoesNotMatch</Code>", "does not match the signature you provided. Check");
    }

    @Test
    void aTypeThatIsAFormsKeepsNobodyFromReading() throws IOException {
        send(bucket.presignedPut(KEY), BODY, length(BODY));

        assertThat(request("GET", bucket.presignedGet(KEY), "", "Content-Type: application/x-www-form-urlencoded"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith(BODY);
        assertThat(request("GET", bucket.presignedGet(KEY), "a=b", "Content-Type: multipart/form-data", length("a=b")))
                .startsWith("HTTP/1.1 200 ")
                .endsWith(BODY);
    }

    @Test
    void aRangeThatIsNotThereIsRefused() throws IOException {
        send(bucket.presignedPut(KEY), "hello", length("hello"));

        assertThat(request("GET", bucket.presignedGet(KEY), "", "Range: bytes=1-2"))
                .startsWith("HTTP/1.1 206 ")
                .endsWith("\r\n\r\nel");
        assertThat(request("GET", bucket.presignedGet(KEY), "", "Range: bytes=9-"))
                .startsWith("HTTP/1.1 416 ")
                .contains("<Code>InvalidRange</Code>");
    }

    @Test
    void whatWasReadAlreadyIsNotSentAgain() throws IOException {
        var etag = etag(send(bucket.presignedPut(KEY), "hello", length("hello")));

        assertThat(request("GET", bucket.presignedGet(KEY), "", "If-None-Match: " + etag))
                .startsWith("HTTP/1.1 304 ");
        assertThat(request("GET", bucket.presignedGet(KEY), "", "If-Match: \"other\""))
                .startsWith("HTTP/1.1 412 ")
                .contains("<Code>PreconditionFailed</Code>");
    }

    @Test
    void anAddressThatIsNoneIsRefusedAsS3Does() throws IOException {
        assertThat(request("GET", URI.create(bucket.endpoint() + "/calls/none"), ""))
                .startsWith("HTTP/1.1 403 ")
                .contains("<Code>AccessDenied</Code>");
        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: b\r\n\r\n"))
                .contains(" 400 ", "<Error><Code>InvalidRequest</Code>");
    }

    private String stored() throws IOException {
        return Files.readString(data.resolve("s3/calls/" + KEY));
    }

    private String send(URI address, String body, String... headers) throws IOException {
        return request("PUT", address, body, headers);
    }

    private String request(String method, URI address, String body, String... headers) throws IOException {
        var lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return raw("%s %s?%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n%s"
                .formatted(method, address.getRawPath(), address.getRawQuery(), address.getAuthority(), lines, body));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", bucket.endpoint().getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String length(String body) {
        return "Content-Length: " + body.length();
    }

    private static String chunked(String body) {
        return "7\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n".formatted(body.substring(0, 7), body.length() - 7, body.substring(7));
    }

    private static String etag(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        return answer.lines()
                .filter(line -> line.startsWith("ETag: "))
                .map(line -> line.substring("ETag: ".length()))
                .findFirst()
                .orElseThrow();
    }
}
