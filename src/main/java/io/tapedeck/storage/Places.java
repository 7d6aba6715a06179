package io.tapedeck.storage;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import java.util.Optional;

/** Knows the storages that recordings can lie in besides the deployment's own bucket. */
public interface Places {
    /** Where a storage is; empty if the tenant has none of this name. */
    Optional<Place> find(TenantId tenant, StorageName storage);

    /** Where new recordings of a tenant lie that do not say otherwise; empty for the deployment's own bucket. */
    Optional<Place> standard(TenantId tenant);
}
