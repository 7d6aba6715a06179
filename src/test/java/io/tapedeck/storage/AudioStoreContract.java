package io.tapedeck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.id.StorageName;
import io.tapedeck.storage.AudioStore.Upload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of audio does, whoever provides it. */
public abstract class AudioStoreContract {
    private static final String DISPOSITION = "attachment; filename=\"a b.wav\"; filename*=UTF-8''a%20b.wav";

    @TempDir
    Path files;

    private final AudioStore store;
    private final KeyPrefix folder;
    private final ObjectKey key;

    protected AudioStoreContract(AudioStore store) {
        this(store, Optional.empty());
    }

    /** @param storage that keys name */
    protected AudioStoreContract(AudioStore store, Optional<StorageName> storage) {
        this.store = store;
        this.folder = new KeyPrefix(storage, "audio/acme/" + UUID.randomUUID() + "/");
        this.key = key("v1.wav");
    }

    /** An upload as it lies where this store expects uploads, which has been copied to the file. */
    protected abstract Upload uploaded(Path file) throws IOException;

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(store.find(key)).isEmpty();
        assertThat(store.open(key)).isEmpty();
        assertThat(store.copy(key, key("v2.wav"), "audio/wav", Optional.empty()))
                .isEmpty();
        assertThat(store.deleteAll(folder)).isZero();
    }

    @Test
    void aFileComesBackByteForByte() throws Exception {
        var bytes = new byte[6 << 20];
        new Random(1).nextBytes(bytes);

        var stored = store.put(key, Files.write(files.resolve("sent"), bytes), "audio/wav", Optional.empty());

        assertThat(stored.key()).isEqualTo(key);
        assertThat(stored.size()).isEqualTo(bytes.length);
        assertThat(store.find(key)).hasValue(stored);
        assertThat(read(key)).isEqualTo(bytes);
    }

    @Test
    void anUploadIsKept() throws Exception {
        var upload = uploaded(file("test"));

        var kept = store.keep(upload, key, "audio/wav", Optional.empty());

        assertThat(kept).map(StoredObject::size).hasValue(4L);
        assertThat(store.find(key)).isEqualTo(kept);
        assertThat(read(key)).asString().isEqualTo("test");
    }

    @Test
    void aCopyIsTheSameInAPlaceOfItsOwn() throws Exception {
        var copy = key("copy.wav");
        put(key, "test");

        var stored = store.copy(key, copy, "audio/wav", Optional.empty());
        store.deleteAll(KeyPrefix.of(key));

        assertThat(stored).map(StoredObject::size).hasValue(4L);
        assertThat(read(copy)).asString().isEqualTo("test");
    }

    @Test
    void anObjectMayBeReadAgainAndNeedNotBeReadToItsEnd() throws Exception {
        store.put(key, Files.write(files.resolve("long"), new byte[32 << 20]), "audio/wav", Optional.empty());

        for (int i = 0; i < 2; i++) {
            try (var content = store.open(key).orElseThrow()) {
                assertThat(content.skip(10)).isEqualTo(10);
                assertThat(content.read()).isZero();
            }
        }
    }

    @Test
    void aDownloadHasTheNameAndTypeAskedForAndMayBeginAnywhere() throws Exception {
        put(key, "test");

        var answer = download("bytes=1-2");

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("es");
        assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes 1-2/4");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue(DISPOSITION);
    }

    @Test
    void everythingBelowAFolderGoes() throws Exception {
        put(key("v1.wav"), "one");
        put(key("v2.ogg"), "two");

        assertThat(store.deleteAll(folder)).isEqualTo(2);
        assertThat(store.find(key("v2.ogg"))).isEmpty();
    }

    @Test
    void whateverIsCalledSoGoesAndNothingThatIsCalledLikeIt() throws Exception {
        put(key("job-1.wav"), "one");
        put(key("job-1.ogg"), "two");
        put(key("job-10.wav"), "three");

        assertThat(store.deleteAll(folder.named("job-1"))).isEqualTo(2);
        assertThat(store.find(key("job-10.wav"))).isPresent();
    }

    private HttpResponse<String> download(String range) throws Exception {
        var url = store.presignDownload(key, "audio/mpeg", DISPOSITION, Duration.ofMinutes(5));
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url)).header("Range", range);
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private ObjectKey key(String name) {
        return new ObjectKey(folder.storage(), folder.value() + name);
    }

    private void put(ObjectKey at, String text) throws IOException {
        store.put(at, file(text), "audio/wav", Optional.empty());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(files.resolve("file"), text);
    }

    private byte[] read(ObjectKey at) throws IOException {
        try (var content = store.open(at).orElseThrow()) {
            return content.readAllBytes();
        }
    }
}
