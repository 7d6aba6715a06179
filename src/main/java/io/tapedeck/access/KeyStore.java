package io.tapedeck.access;

import io.tapedeck.id.TenantId;
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

    /**
     * Notes that a key has been used.
     *
     * @param now seconds since 1970
     */
    void used(ApiKey key, long now);

    /** What became of removing a key. */
    enum Removal {
        REMOVED,
        UNKNOWN
    }
}
