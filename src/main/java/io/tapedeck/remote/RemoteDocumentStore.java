package io.tapedeck.remote;

import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Documents in a bucket elsewhere. */
public final class RemoteDocumentStore implements DocumentStore {
    private final RemoteBucket bucket;
    private final RemoteObjects objects;

    public RemoteDocumentStore(RemoteBucket bucket) {
        this.bucket = bucket;
        this.objects = new RemoteObjects(bucket);
    }

    @Override
    public void put(ObjectKey key, byte[] document, String contentType) {
        objects.put(key, Content.of(document), contentType, Optional.empty());
    }

    @Override
    public Optional<byte[]> read(ObjectKey key) {
        return bucket.open(key).map(content -> {
            try (content) {
                return content.readAllBytes();
            } catch (IOException broken) {
                throw new StorageException.Unavailable(
                        "The storage broke off in the middle of a document.", Optional.empty(), broken);
            }
        });
    }

    @Override
    public List<ObjectKey> list(KeyPrefix prefix) {
        return objects.list(prefix);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if something is still there when it has been deleted
     */
    @Override
    public int deleteAll(KeyPrefix prefix) {
        return objects.deleteAll(prefix);
    }
}
