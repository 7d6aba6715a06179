package io.tapedeck.remote;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where it is kept which storages tenants have brought, and which of all they know new recordings go to. */
public interface StorageRegistry {
    /**
     * Keeps a storage, in place of one of the same name that is where it is.
     *
     * @return whether it does; not if the name leads elsewhere
     */
    boolean put(TenantId tenant, RemoteStorage storage);

    /** Keeps a storage in place of what it was, unless it is another by now. */
    void replace(TenantId tenant, RemoteStorage before, RemoteStorage after);

    Optional<RemoteStorage> find(TenantId tenant, StorageName name);

    /** By name. */
    List<RemoteStorage> list(TenantId tenant);

    /** Keeps what came of a tenant's trying a storage that all tenants know, in place of what came of it before. */
    void keep(TenantId tenant, StorageName shared, StorageCheck check);

    /** What came of trying those that all tenants know, the last time that this one did. */
    Map<StorageName, StorageCheck> checks(TenantId tenant);

    /** The storage that new recordings go to; empty where nobody has chosen one. */
    Optional<StorageName> standard(TenantId tenant);

    /** Chooses the storage that new recordings go to. */
    void choose(TenantId tenant, StorageName name);
}
