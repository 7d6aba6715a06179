package io.tapedeck.storage;

import java.util.List;
import java.util.Optional;

/**
 * Where documents about audio lie: small, each in the storage that its key names. Storages other than the deployment's own throw {@link
 * StorageException}.
 */
public interface DocumentStore {
    /** Writes a document, in place of one that was there. */
    void put(ObjectKey key, byte[] document, String contentType);

    /** Reads a document; empty if there is none. */
    Optional<byte[]> read(ObjectKey key);

    /** The keys that begin so and at which there is a document. */
    List<ObjectKey> list(KeyPrefix prefix);

    /**
     * Deletes all documents whose keys begin so.
     *
     * @return how many there were
     */
    int deleteAll(KeyPrefix prefix);
}
