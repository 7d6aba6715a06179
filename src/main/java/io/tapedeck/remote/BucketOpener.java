package io.tapedeck.remote;

import io.tapedeck.storage.StorageException;
import java.util.Optional;

/** Makes buckets out of what is known of storages. */
@FunctionalInterface
public interface BucketOpener {
    /**
     * The bucket of a storage. Nothing is asked of it yet.
     *
     * @param secret what gets in there; empty where none is needed
     * @throws StorageException.Refused if that is not what this kind of storage needs
     */
    RemoteBucket open(RemoteStorage storage, Optional<String> secret);
}
