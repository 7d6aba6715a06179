package io.tapedeck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of documents does. */
public abstract class DocumentStoreContract {
    private final DocumentStore store;
    private final String folder = "documents/acme/" + UUID.randomUUID() + "/";

    protected DocumentStoreContract(DocumentStore store) {
        this.store = store;
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(store.read(key("v1.waveform.json"))).isEmpty();
        assertThat(store.deleteAll(new KeyPrefix(folder))).isZero();
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
    void everythingBelowAFolderGoes() {
        put("v1.waveform.json", "one");
        put("v2.waveform.json", "two");

        assertThat(store.deleteAll(new KeyPrefix(folder))).isEqualTo(2);
        assertThat(store.read(key("v1.waveform.json"))).isEmpty();
    }

    @Test
    void whateverIsCalledSoGoesAndNothingThatIsCalledLikeIt() {
        put("job-1.waveform.json", "one");
        put("job-1.transcript.json", "two");
        put("job-10.waveform.json", "three");

        assertThat(store.deleteAll(new KeyPrefix(folder).named("job-1"))).isEqualTo(2);
        assertThat(store.read(key("job-10.waveform.json"))).isPresent();
    }

    private ObjectKey key(String name) {
        return new ObjectKey(folder + name);
    }

    private void put(String name, String text) {
        store.put(key(name), bytes(text), "application/json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
