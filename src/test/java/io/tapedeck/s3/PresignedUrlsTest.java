package io.tapedeck.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.api.Transfer;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.UploadStore.PresignedPut;
import io.tapedeck.storage.UploadTerms;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.s3.S3Client;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresignedUrlsTest {
    private static final ObjectKey KEY = new ObjectKey("uploads/acme/rec_1");
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final UploadTerms ANNOUNCED = new UploadTerms(
            Optional.of(4L),
            Optional.of("audio/wav"),
            Optional.of("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Optional.empty());

    private final HttpClient http = HttpClient.newHttpClient();
    private S3Server server;
    private S3Client client;
    private S3Stores stores;

    @BeforeAll
    void start() throws Exception {
        server = S3Server.inMemory();
        client = server.client();
        stores = server.stores(client);
    }

    @AfterAll
    void stop() throws Exception {
        http.close();
        client.close();
        server.close();
    }

    @Test
    void uploadAsAnnouncedIsTaken() throws Exception {
        var put = stores.uploads().presignUpload(KEY, ANNOUNCED, VALIDITY);
        assertThat(put.headers())
                .isEqualTo(Map.of(
                        "content-type", "audio/wav",
                        "x-amz-checksum-sha256", "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="));
        assertThat(send(put, put.headers(), "test")).isEqualTo(200);
        assertThat(server.read(KEY)).hasValue("test".getBytes());
    }

    @Test
    void uploadOfAnotherSizeIsRefused() throws Exception {
        var put = stores.uploads().presignUpload(KEY, ANNOUNCED, VALIDITY);
        assertThat(send(put, put.headers(), "tested")).isEqualTo(403);
    }

    @Test
    void uploadOfAnotherTypeIsRefused() throws Exception {
        var put = stores.uploads().presignUpload(KEY, ANNOUNCED, VALIDITY);
        var others = Map.of(
                "content-type",
                "text/html",
                "x-amz-checksum-sha256",
                put.headers().get("x-amz-checksum-sha256"));
        assertThat(send(put, others, "test")).isEqualTo(403);
    }

    @Test
    void uploadOfOtherBytesIsRefused() throws Exception {
        var key = new ObjectKey("uploads/acme/rec_2");
        var put = stores.uploads().presignUpload(key, ANNOUNCED, VALIDITY);
        assertThat(send(put, put.headers(), "tset")).isEqualTo(400);
        assertThat(send(put, Map.of("content-type", "audio/wav"), "tset")).isEqualTo(403);
        assertThat(stores.uploads().find(key)).isEmpty();
    }

    @Test
    void uploadThatWasNotAnnouncedMayBeAnything() throws Exception {
        var put = stores.uploads().presignUpload(KEY, UploadTerms.NONE, VALIDITY);
        assertThat(put.headers()).isEmpty();
        assertThat(send(put, Map.of("content-type", "text/plain"), "anything")).isEqualTo(200);
        assertThat(server.read(KEY)).hasValue("anything".getBytes());
    }

    @Test
    void urlIsForOneKeyOnly() throws Exception {
        var put = stores.uploads().presignUpload(KEY, UploadTerms.NONE, VALIDITY);
        var other = new PresignedPut(put.url().replace("rec_1", "rec_3"), Map.of());
        assertThat(send(other, Map.of(), "test")).isEqualTo(403);
    }

    @Test
    void downloadHasTheNameAndTypeAskedFor() throws Exception {
        server.put(KEY, "test".getBytes());
        var answer = get("bytes=0-");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"a b.wav\"; filename*=UTF-8''a%20b.wav");
    }

    @Test
    void downloadMayBeginAnywhere() throws Exception {
        server.put(KEY, "test".getBytes());
        var answer = get("bytes=1-2");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("es");
        assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes 1-2/4");
    }

    private HttpResponse<String> get(String range) throws Exception {
        var url = stores.audio()
                .presignDownload(
                        KEY, "audio/wav", "attachment; filename=\"a b.wav\"; filename*=UTF-8''a%20b.wav", VALIDITY);
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).header("Range", range).build(), BodyHandlers.ofString());
    }

    private static int send(PresignedPut put, Map<String, String> headers, String body) {
        return Transfer.put(put.url(), headers, body.getBytes(UTF_8)).status();
    }
}
