package io.tapedeck.access;

import io.tapedeck.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where API keys are kept. */
public interface KeyStore {
    void put(ApiKey key);

    Optional<ApiKey> find(String id);

    /** Oldest first. */
    List<ApiKey> list(TenantId tenant);

    /** What became of a deletion: a key of another tenant counts as none. */
    Removal remove(TenantId tenant, String id);

    /** Notes that a key has been used. */
    void used(ApiKey key, Instant now);

    /** What became of removing a key. */
    enum Removal {
        REMOVED,
        UNKNOWN
    }
}
