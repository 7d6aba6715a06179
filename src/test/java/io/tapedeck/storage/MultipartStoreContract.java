package io.tapedeck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.storage.MultipartStore.ArrivedPart;
import io.tapedeck.storage.MultipartStore.Assembly;
import io.tapedeck.storage.MultipartStore.Part;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What everybody does who takes uploads in parts. */
public abstract class MultipartStoreContract {
    private static final int SMALLEST = 5 << 20;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final MultipartStore store;
    private final UploadStore uploads;
    private final ObjectKey key = new ObjectKey("uploads/acme/" + UUID.randomUUID());

    /** @param uploads where an upload lies once it is put together */
    protected MultipartStoreContract(MultipartStore store, UploadStore uploads) {
        this.store = store;
        this.uploads = uploads;
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void unfinishedUploadsAreGivenUpWithTheUploadsThatTheyWouldBecome() throws Exception {
        var upload = start(key);
        var part = send(upload, 1, "one".getBytes());

        assertThat(uploads.deleteAll(KeyPrefix.of(key))).isZero();

        assertThat(store.complete(key, upload, List.of(part))).isEqualTo(new Assembly.NotUnderWay());
    }

    @Test
    void partsThatCameThroughTheirUrlsBecomeOneObject() throws Exception {
        var upload = start(key);
        var second = send(upload, 2, "end".getBytes());
        assertThat(arrived(upload)).containsExactly(second);
        var first = send(upload, 1, new byte[SMALLEST]);
        assertThat(arrived(upload)).containsExactly(first, second);
        assertThat(store.complete(key, upload, List.of(first, second))).isEqualTo(new Assembly.Assembled());
        assertThat(uploads.find(key).orElseThrow().size()).isEqualTo(SMALLEST + 3);
    }

    @Test
    void partSentAgainReplacesTheFormerOne() throws Exception {
        var upload = start(key);
        var former = send(upload, 1, "one".getBytes());
        var latter = send(upload, 1, "two".getBytes());
        assertThat(arrived(upload)).containsExactly(latter);
        assertThat(refusal(upload, former)).contains("etag");
        store.complete(key, upload, List.of(latter));
        uploads.fetch(key, folder.resolve("whole"));
        assertThat(folder.resolve("whole")).hasContent("two");
    }

    @Test
    void quotedEtagsAreTaken() throws Exception {
        var upload = start(key);
        var part = send(upload, 1, "one".getBytes());
        assertThat(store.complete(key, upload, List.of(new Part(1, '"' + part.etag() + '"'))))
                .isEqualTo(new Assembly.Assembled());
    }

    @Test
    void partThatHasNotArrivedIsRefused() throws Exception {
        var upload = start(key);
        var part = send(upload, 1, "one".getBytes());
        assertThat(refusal(upload, new Part(2, part.etag()))).contains("not arrived");
    }

    @Test
    void smallPartThatIsNotTheLastIsRefused() throws Exception {
        var upload = start(key);
        assertThat(refusal(upload, send(upload, 1, "one".getBytes()), send(upload, 2, "two".getBytes())))
                .contains("5 MiB");
    }

    @Test
    void partsOutOfOrderAreRefused() throws Exception {
        var upload = start(key);
        var part = send(upload, 1, "one".getBytes());
        assertThat(refusal(upload, new Part(2, part.etag()), part)).contains("order");
        assertThat(refusal(upload, part, part)).contains("order");
    }

    @Test
    void uploadThatWasGivenUpIsNotUnderWay() throws Exception {
        var upload = start(key);
        var part = send(upload, 1, "one".getBytes());
        store.abort(key, upload);
        store.abort(key, upload);
        uploads.delete(key);
        assertThat(store.parts(key, upload)).isEmpty();
        assertThat(store.complete(key, upload, List.of(part))).isEqualTo(new Assembly.NotUnderWay());
    }

    @Test
    void partsThatHaveArrivedAreMeasured() throws Exception {
        var upload = start(key);
        send(upload, 1, "three".getBytes());
        assertThat(store.parts(key, upload)).extracting(ArrivedPart::size).containsExactly(5L);
    }

    private List<Part> arrived(String upload) {
        return store.parts(key, upload).stream()
                .map(part -> new Part(part.number(), part.etag()))
                .toList();
    }

    private String start(ObjectKey key) {
        return store.start(key, Optional.of("audio/wav"));
    }

    private String refusal(String upload, Part... parts) {
        return ((Assembly.Refused) store.complete(key, upload, List.of(parts))).reason();
    }

    private Part send(String upload, int number, byte[] bytes) throws Exception {
        var url = store.presignPart(key, upload, number, Duration.ofMinutes(5));
        var request = HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(bytes));
        var answer = http.send(request.build(), BodyHandlers.discarding());
        return new Part(
                number, answer.headers().firstValue("ETag").orElseThrow().replace("\"", ""));
    }
}
