package io.tapedeck.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.DocumentStoreContract;
import io.tapedeck.storage.InMemoryDocumentStore;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents lie in the storage that their keys name. */
class PlacedDocumentStoreTest extends DocumentStoreContract {
    private static final Optional<StorageName> ARCHIVE = Optional.of(new StorageName("archive"));
    private static final ObjectKey HERE = new ObjectKey("documents/acme/rec_1/v1.waveform.json");
    private static final ObjectKey THERE = HERE.in(ARCHIVE);

    private final InMemoryBucket bucket = new InMemoryBucket();
    private final DocumentStore own = new InMemoryDocumentStore();
    private final DocumentStore store = new PlacedDocumentStore(own, this::bucket);

    PlacedDocumentStoreTest() {
        super(new PlacedDocumentStore(new InMemoryDocumentStore(), archive(new InMemoryBucket())), ARCHIVE);
    }

    @Test
    void eachLiesWhereItsKeySaysAndNowhereElse() {
        store.put(HERE, bytes("here"), "application/json");
        store.put(THERE, bytes("there"), "application/json");

        assertThat(store.read(HERE)).hasValue(bytes("here"));
        assertThat(store.read(THERE)).hasValue(bytes("there"));
        assertThat(store.list(KeyPrefix.of(HERE))).containsExactly(HERE);
        assertThat(store.list(KeyPrefix.of(THERE))).containsExactly(THERE);
        assertThat(store.deleteAll(KeyPrefix.of(HERE))).isEqualTo(1);
        assertThat(store.read(THERE)).hasValue(bytes("there"));
        assertThat(bucket.names()).containsExactly(HERE.value());
    }

    @Test
    void aStorageThatIsDownDoesNotKeepOthersFromTheirDocuments() {
        store.put(HERE, bytes("here"), "application/json");
        bucket.down(true);

        assertThatThrownBy(() -> store.read(THERE)).isInstanceOf(StorageException.Unavailable.class);
        assertThat(store.read(HERE)).hasValue(bytes("here"));
    }

    @Test
    void halfADocumentIsNone() {
        var breaking = new InMemoryBucket() {
            @Override
            public Optional<InputStream> open(ObjectKey key) {
                return Optional.of(new SequenceInputStream(new ByteArrayInputStream(bytes("half")), broken()));
            }
        };

        assertThatThrownBy(() -> new RemoteDocumentStore(breaking).read(THERE))
                .isInstanceOf(StorageException.Unavailable.class);
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The connection ended");
            }
        };
    }

    private RemoteBucket bucket(TenantId tenant, StorageName storage) {
        return archive(bucket).of(tenant, storage);
    }

    private static Buckets archive(RemoteBucket bucket) {
        return (tenant, storage) -> {
            assertThat(tenant).isEqualTo(new TenantId("acme"));
            assertThat(Optional.of(storage)).isEqualTo(ARCHIVE);
            return bucket;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
