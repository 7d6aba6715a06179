package io.tapedeck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.api.Transfer;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.UlidSource;
import io.tapedeck.storage.UploadStore.FetchedObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of uploads does. */
public abstract class UploadStoreContract {
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final TenantId ACME = new TenantId("acme");
    private static final String SHA256_OF_TEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final UploadTerms ANNOUNCED =
            new UploadTerms(Optional.of(4L), Optional.of("audio/wav"), Optional.of(SHA256_OF_TEST), Optional.empty());

    @TempDir
    Path folder;

    private final UploadStore store;
    private final RecordingId recording = new RecordingId(new UlidSource(Clock.systemUTC(), new SecureRandom()).next());
    private final ObjectKey key = ObjectKey.upload(ACME, recording);

    protected UploadStoreContract(UploadStore store) {
        this.store = store;
    }

    @Test
    void whatWasNotSentIsNotThere() {
        assertThat(store.find(key)).isEmpty();
        assertThat(store.fetch(key, folder.resolve("missing"))).isEmpty();
        store.delete(key);
        store.delete(key, "other");
        assertThat(store.deleteAll(KeyPrefix.of(key))).isZero();
    }

    @Test
    void anUploadAsAnnouncedIsFetchedWithItsHash() {
        assertThat(sendAnnounced("test")).isEqualTo(200);

        var fetched = store.fetch(key, folder.resolve("fetched"));

        assertThat(fetched).hasValue(new FetchedObject(etag(), 4, SHA256_OF_TEST));
        assertThat(folder.resolve("fetched")).hasContent("test");
    }

    @Test
    void anUploadOfAnotherSizeOrOfOtherBytesIsRefused() {
        assertThat(sendAnnounced("tested")).isGreaterThanOrEqualTo(400);
        assertThat(sendAnnounced("tset")).isGreaterThanOrEqualTo(400);
        assertThat(store.find(key)).isEmpty();
    }

    @Test
    void anUploadOfWhichNothingWasAnnouncedMayBeAnything() {
        send(key, "anything");

        assertThat(store.find(key)).map(StoredObject::size).hasValue(8L);
    }

    @Test
    void fetchingReplacesWhatIsInTheFile() throws Exception {
        send(key, "test");
        var target = Files.writeString(folder.resolve("used"), "longer than that");

        store.fetch(key, target);

        assertThat(target).hasContent("test");
    }

    @Test
    void onlyTheUploadThatIsMeantIsCopied() {
        send(key, "first");
        var first = store.find(key).orElseThrow();
        var elsewhere = ObjectKey.adopted(ACME, recording);
        send(key, "second");

        assertThat(store.copy(first, elsewhere)).isFalse();
        assertThat(store.find(elsewhere)).isEmpty();
        assertThat(store.copy(store.find(key).orElseThrow(), elsewhere)).isTrue();
        assertThat(text(elsewhere)).isEqualTo("second");
    }

    @Test
    void onlyTheUploadThatIsMeantIsRead() {
        send(key, "first");
        var first = store.find(key).orElseThrow();
        send(key, "second");
        var second = store.find(key).orElseThrow();

        assertThat(store.read(first)).isEmpty();
        assertThat(store.read(second)).hasValue("second".getBytes(StandardCharsets.UTF_8));
        store.delete(key);
        assertThat(store.read(second)).isEmpty();
    }

    @Test
    void whatIsGoneIsNotCopied() {
        send(key, "first");
        var first = store.find(key).orElseThrow();
        store.delete(key);

        assertThat(store.copy(first, ObjectKey.adopted(ACME, recording))).isFalse();
    }

    @Test
    void onlyTheUploadThatIsMeantIsDeleted() {
        send(key, "first");
        var first = etag();
        send(key, "second");

        store.delete(key, first);
        assertThat(text(key)).isEqualTo("second");
        store.delete(key, etag());
        assertThat(store.find(key)).isEmpty();
    }

    @Test
    void aKeyIsNotTakenForAnotherThatBeginsLikeIt() {
        var longer = new ObjectKey(key + "-copy.wav");
        send(key, "one");
        send(longer, "another");

        assertThat(store.deleteAll(KeyPrefix.of(key))).isEqualTo(1);

        assertThat(store.find(key)).isEmpty();
        assertThat(store.find(longer)).isPresent();
    }

    private int sendAnnounced(String text) {
        var put = store.presignUpload(key, ANNOUNCED, VALIDITY);
        return Transfer.put(put.url(), put.headers(), text.getBytes(StandardCharsets.UTF_8))
                .status();
    }

    private void send(ObjectKey to, String text) {
        var url = store.presignUpload(to, UploadTerms.NONE, VALIDITY).url();
        assertThat(Transfer.put(url, Map.of(), text.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
    }

    private String etag() {
        return store.find(key).orElseThrow().etag();
    }

    private String text(ObjectKey of) {
        var target = folder.resolve("text");
        store.fetch(of, target).orElseThrow();
        try {
            return Files.readString(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
