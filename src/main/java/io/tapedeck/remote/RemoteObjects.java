package io.tapedeck.remote;

import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import java.util.List;
import java.util.Optional;

/** What audio and documents in a bucket elsewhere have in common. */
record RemoteObjects(RemoteBucket bucket) {
    /**
     * Writes an object. What an attempt left there that nobody refers to makes room: each name belongs to one writer.
     *
     * @throws StorageException.Unavailable if others write there as well
     */
    StoredObject put(ObjectKey key, Content content, String contentType, Optional<String> encryptionKey) {
        return bucket.put(key, content, contentType, encryptionKey)
                .or(() -> {
                    bucket.delete(key);
                    return bucket.put(key, content, contentType, encryptionKey);
                })
                .orElseThrow(() -> new StorageException.Unavailable(
                        "Somebody else writes to the storage under the same names.", Optional.empty()))
                .at(key);
    }

    List<ObjectKey> list(KeyPrefix prefix) {
        return bucket.list(prefix).stream()
                .filter(key -> prefix.holds(key.value()))
                .map(key -> key.in(prefix.storage()))
                .toList();
    }

    /** Deletes all objects whose keys begin so, looks whether they are gone, and counts them. */
    int deleteAll(KeyPrefix prefix) {
        var there = list(prefix);
        there.forEach(bucket::delete);
        if (!there.isEmpty() && !list(prefix).isEmpty()) {
            throw new StorageException.Unavailable(
                    "The storage still has what it was told to delete.", Optional.empty());
        }
        return there.size();
    }
}
