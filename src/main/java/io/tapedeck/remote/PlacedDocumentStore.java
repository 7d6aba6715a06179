package io.tapedeck.remote;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import java.util.List;
import java.util.Optional;

/** Documents in the storage that their keys name. */
public final class PlacedDocumentStore implements DocumentStore {
    private final DocumentStore own;
    private final Buckets buckets;

    /** @param own the deployment's bucket */
    public PlacedDocumentStore(DocumentStore own, Buckets buckets) {
        this.own = own;
        this.buckets = buckets;
    }

    @Override
    public void put(ObjectKey key, byte[] document, String contentType) {
        at(key).put(key, document, contentType);
    }

    @Override
    public Optional<byte[]> read(ObjectKey key) {
        return at(key).read(key);
    }

    @Override
    public List<ObjectKey> list(KeyPrefix prefix) {
        return at(prefix).list(prefix);
    }

    @Override
    public int deleteAll(KeyPrefix prefix) {
        return at(prefix).deleteAll(prefix);
    }

    private DocumentStore at(ObjectKey key) {
        return key.storage().map(storage -> elsewhere(key.tenant(), storage)).orElse(own);
    }

    private DocumentStore at(KeyPrefix prefix) {
        return prefix.storage()
                .map(storage -> elsewhere(prefix.tenant(), storage))
                .orElse(own);
    }

    private DocumentStore elsewhere(TenantId tenant, StorageName storage) {
        return new RemoteDocumentStore(buckets.of(tenant, storage));
    }
}
