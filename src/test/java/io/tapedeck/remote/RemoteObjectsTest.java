package io.tapedeck.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.id.StorageName;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names belong to one writer, and what is to be destroyed is looked for once more. */
class RemoteObjectsTest {
    private static final Optional<StorageName> STORAGE = Optional.of(new StorageName("archive"));
    private static final KeyPrefix RECORDING = new KeyPrefix(STORAGE, "audio/acme/rec_1/");

    private final InMemoryBucket bucket = new InMemoryBucket();
    private final RemoteObjects objects = new RemoteObjects(bucket);

    @Test
    void whatIsWrittenHasTheKeyItWasWrittenBy() {
        var key = new ObjectKey(STORAGE, "audio/acme/rec_1/v1.wav");

        assertThat(put(objects, "audio/acme/rec_1/v1.wav", "test").key()).isEqualTo(key);
        assertThat(objects.list(RECORDING)).containsExactly(key);
        assertThat(objects.list(RECORDING.in(Optional.empty())))
                .containsExactly(new ObjectKey("audio/acme/rec_1/v1.wav"));
    }

    @Test
    void whatAnEarlierAttemptLeftMakesRoom() throws IOException {
        put(objects, "audio/acme/rec_1/v1.wav", "left behind");

        assertThat(put(objects, "audio/acme/rec_1/v1.wav", "test").size()).isEqualTo(4);
        try (var content = bucket.open(new ObjectKey("audio/acme/rec_1/v1.wav")).orElseThrow()) {
            assertThat(content.readAllBytes()).asString(UTF_8).isEqualTo("test");
        }
    }

    @Test
    void twoWritersDoNotOverwriteEachOther() {
        var contested = new RemoteObjects(new InMemoryBucket() {
            @Override
            public void delete(ObjectKey key) {
                // the other one has written again
            }
        });
        put(contested, "audio/acme/rec_1/v1.wav", "theirs");

        assertThatThrownBy(() -> put(contested, "audio/acme/rec_1/v1.wav", "ours"))
                .isInstanceOf(StorageException.Unavailable.class);
    }

    @Test
    void allThatIsMeantGoesAndNothingElse() {
        put(objects, "audio/acme/rec_1/v1.wav", "one");
        put(objects, "audio/acme/rec_1/v2.wav", "two");
        put(objects, "audio/acme/rec_1-copy/v1.wav", "another's");

        assertThat(objects.deleteAll(RECORDING)).isEqualTo(2);
        assertThat(objects.deleteAll(RECORDING)).isZero();
        assertThat(bucket.names()).containsExactly("audio/acme/rec_1-copy/v1.wav");
    }

    @Test
    void oneObjectIsMeantByItsKey() {
        put(objects, "audio/acme/rec_1/v1.wav", "one");
        put(objects, "audio/acme/rec_1/v1.wav.note", "two");

        assertThat(objects.deleteAll(KeyPrefix.of(new ObjectKey(STORAGE, "audio/acme/rec_1/v1.wav"))))
                .isEqualTo(1);
        assertThat(bucket.names()).containsExactly("audio/acme/rec_1/v1.wav.note");
    }

    @Test
    void whatIsStillThereIsNotSaidToBeDeleted() {
        var keeping = new RemoteObjects(new InMemoryBucket() {
            @Override
            public void delete(ObjectKey key) {
                if (!key.value().endsWith("v2.wav")) {
                    super.delete(key);
                }
            }
        });
        put(keeping, "audio/acme/rec_1/v1.wav", "one");
        put(keeping, "audio/acme/rec_1/v2.wav", "two");

        assertThatThrownBy(() -> keeping.deleteAll(RECORDING))
                .isInstanceOf(StorageException.Unavailable.class)
                .hasMessage("The storage still has what it was told to delete.");
    }

    @Test
    void whatIsNotMeantDoesNotPassForWhatIsStillThere() {
        var vague = new RemoteObjects(new InMemoryBucket() {
            @Override
            public List<ObjectKey> list(KeyPrefix prefix) {
                return names().stream().map(ObjectKey::new).toList();
            }
        });
        put(vague, "audio/acme/rec_1/v1.wav", "one");
        put(vague, "audio/acme/rec_2/v1.wav", "another's");

        assertThat(vague.deleteAll(RECORDING)).isEqualTo(1);
        assertThat(vague.list(new KeyPrefix("audio/acme/rec_2/"))).hasSize(1);
    }

    @Test
    void aStorageThatIsDownDeletesNothingAndSaysSo() {
        put(objects, "audio/acme/rec_1/v1.wav", "one");
        bucket.down(true);

        assertThatThrownBy(() -> objects.deleteAll(RECORDING)).isInstanceOf(StorageException.Unavailable.class);
    }

    private static StoredObject put(RemoteObjects objects, String name, String text) {
        return objects.put(
                new ObjectKey(STORAGE, name), Content.of(text.getBytes(UTF_8)), "audio/wav", Optional.empty());
    }
}
