package io.tapedeck.remote;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.storage.StorageException;

/** Finds buckets elsewhere. */
@FunctionalInterface
public interface Buckets {
    /**
     * That of a storage.
     *
     * @param tenant to whom the storage is known
     * @throws StorageException.Refused if there is no such storage, or it cannot be reached with what is known of it
     */
    RemoteBucket of(TenantId tenant, StorageName storage);
}
