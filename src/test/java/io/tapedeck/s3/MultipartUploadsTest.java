package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.storage.AudioStore.ArrivedPart;
import io.tapedeck.storage.AudioStore.Assembly;
import io.tapedeck.storage.AudioStore.Part;
import io.tapedeck.storage.ObjectKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.s3.S3Client;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MultipartUploadsTest {
    private static final ObjectKey KEY = new ObjectKey("uploads/acme/rec_1");
    private static final int SMALLEST = 5 << 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private S3Server server;
    private S3Client client;
    private S3AudioStore store;

    @BeforeAll
    void start() throws Exception {
        server = S3Server.inMemory();
        client = server.client();
        store = server.store(client);
    }

    @AfterAll
    void stop() throws Exception {
        http.close();
        client.close();
        server.close();
    }

    @Test
    void partsThatCameThroughTheirUrlsBecomeOneObject() throws Exception {
        var upload = start(KEY);
        var second = send(upload, 2, "end".getBytes());
        assertThat(arrived(upload)).containsExactly(second);
        var first = send(upload, 1, new byte[SMALLEST]);
        assertThat(arrived(upload)).containsExactly(first, second);
        assertThat(store.completeMultipart(KEY, upload, List.of(first, second))).isEqualTo(new Assembly.Assembled());
        assertThat(store.find(KEY).orElseThrow().size()).isEqualTo(SMALLEST + 3);
        assertThat(client.headObject(request -> request.bucket(S3Server.BUCKET).key(KEY.value()))
                        .contentType())
                .isEqualTo("audio/wav");
    }

    @Test
    void partSentAgainReplacesTheFormerOne() throws Exception {
        var upload = start(KEY);
        var former = send(upload, 1, "one".getBytes());
        var latter = send(upload, 1, "two".getBytes());
        assertThat(arrived(upload)).containsExactly(latter);
        assertThat(refusal(upload, former)).contains("etag");
        store.completeMultipart(KEY, upload, List.of(latter));
        assertThat(store.read(KEY)).hasValue("two".getBytes());
    }

    @Test
    void quotedEtagsAreTaken() throws Exception {
        var upload = start(KEY);
        var part = send(upload, 1, "one".getBytes());
        assertThat(store.completeMultipart(KEY, upload, List.of(new Part(1, '"' + part.etag() + '"'))))
                .isEqualTo(new Assembly.Assembled());
    }

    @Test
    void partThatHasNotArrivedIsRefused() throws Exception {
        var upload = start(KEY);
        var part = send(upload, 1, "one".getBytes());
        assertThat(refusal(upload, new Part(2, part.etag()))).contains("not arrived");
    }

    @Test
    void smallPartThatIsNotTheLastIsRefused() throws Exception {
        var upload = start(KEY);
        assertThat(refusal(upload, send(upload, 1, "one".getBytes()), send(upload, 2, "two".getBytes())))
                .contains("5 MiB");
    }

    @Test
    void partsOutOfOrderAreRefused() throws Exception {
        var upload = start(KEY);
        var part = send(upload, 1, "one".getBytes());
        assertThat(refusal(upload, new Part(2, part.etag()), part)).contains("order");
        assertThat(refusal(upload, part, part)).contains("order");
    }

    @Test
    void uploadThatWasGivenUpIsNotUnderWay() throws Exception {
        var upload = start(KEY);
        var part = send(upload, 1, "one".getBytes());
        store.abortMultipart(KEY, upload);
        store.abortMultipart(KEY, upload);
        store.delete(KEY);
        assertThat(store.parts(KEY, upload)).isEmpty();
        assertThat(store.completeMultipart(KEY, upload, List.of(part))).isEqualTo(new Assembly.NotUnderWay());
    }

    @Test
    void partsThatHaveArrivedAreMeasured() throws Exception {
        var upload = start(KEY);
        send(upload, 1, "three".getBytes());
        assertThat(store.parts(KEY, upload)).extracting(ArrivedPart::size).containsExactly(5L);
    }

    private List<Part> arrived(String upload) {
        return store.parts(KEY, upload).stream()
                .map(part -> new Part(part.number(), part.etag()))
                .toList();
    }

    private String start(ObjectKey key) {
        return store.startMultipart(key, Optional.of("audio/wav"));
    }

    private String refusal(String upload, Part... parts) {
        return ((Assembly.Refused) store.completeMultipart(KEY, upload, List.of(parts))).reason();
    }

    private Part send(String upload, int number, byte[] bytes) throws Exception {
        var url = store.presignPart(KEY, upload, number, Duration.ofMinutes(5));
        var request = HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(bytes));
        var answer = http.send(request.build(), BodyHandlers.discarding());
        return new Part(
                number, answer.headers().firstValue("ETag").orElseThrow().replace("\"", ""));
    }
}
