package io.tapedeck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.id.StorageName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of documents does. */
public abstract class DocumentStoreContract {
    private final DocumentStore store;
    private final KeyPrefix folder;

    protected DocumentStoreContract(DocumentStore store) {
        this(store, Optional.empty());
    }

    /** @param storage that keys name */
    protected DocumentStoreContract(DocumentStore store, Optional<StorageName> storage) {
        this.store = store;
        this.folder = new KeyPrefix(storage, "documents/acme/" + UUID.randomUUID() + "/");
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(store.read(key("v1.waveform.json"))).isEmpty();
        assertThat(store.deleteAll(folder)).isZero();
    }

    @Test
    void aDocumentIsReadAsItWasWritten() {
        put("v1.waveform.json", "test");

        assertThat(store.read(key("v1.waveform.json"))).hasValue(bytes("test"));
    }

    @Test
    void aDocumentTakesTheFormersPlace() {
        put("v1.waveform.json", "longer than that");
        put("v1.waveform.json", "test");

        assertThat(store.read(key("v1.waveform.json"))).hasValue(bytes("test"));
    }

    @Test
    void whatIsThereIsListedByTheKeysItIsReadBy() {
        put("v1.waveform.json", "one");
        put("v2.waveform.json", "two");

        assertThat(store.list(folder)).containsExactlyInAnyOrder(key("v1.waveform.json"), key("v2.waveform.json"));
        assertThat(store.list(folder.named("v1"))).containsExactly(key("v1.waveform.json"));
        assertThat(store.list(folder.named("v3"))).isEmpty();
    }

    @Test
    void everythingBelowAFolderGoes() {
        put("v1.waveform.json", "one");
        put("v2.waveform.json", "two");

        assertThat(store.deleteAll(folder)).isEqualTo(2);
        assertThat(store.read(key("v1.waveform.json"))).isEmpty();
    }

    @Test
    void whateverIsCalledSoGoesAndNothingThatIsCalledLikeIt() {
        put("job-1.waveform.json", "one");
        put("job-1.transcript.json", "two");
        put("job-10.waveform.json", "three");

        assertThat(store.deleteAll(folder.named("job-1"))).isEqualTo(2);
        assertThat(store.read(key("job-10.waveform.json"))).isPresent();
    }

    private ObjectKey key(String name) {
        return new ObjectKey(folder.storage(), folder.value() + name);
    }

    private void put(String name, String text) {
        store.put(key(name), bytes(text), "application/json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
