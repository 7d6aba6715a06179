package io.tapedeck.auth;

import io.tapedeck.access.ApiKey;
import io.tapedeck.access.KeyStore;
import io.tapedeck.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps API keys while a test runs. */
public final class InMemoryKeyStore implements KeyStore {
    private static final Duration USE_NOTED_FOR = Duration.ofMinutes(5);

    private final Map<String, ApiKey> keys = new TreeMap<>();

    @Override
    public void put(ApiKey key) {
        keys.put(key.id(), key);
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public List<ApiKey> list(TenantId tenant) {
        return keys.values().stream().filter(key -> key.tenant().equals(tenant)).toList();
    }

    @Override
    public Removal remove(TenantId tenant, String id) {
        var isThere = find(id).filter(key -> key.tenant().equals(tenant)).isPresent();
        if (isThere) {
            keys.remove(id);
        }
        return isThere ? Removal.REMOVED : Removal.UNKNOWN;
    }

    @Override
    public void used(ApiKey key, Instant now) {
        keys.computeIfPresent(key.id(), (_, held) -> isNoted(held, now) ? held : usedAt(held, now));
    }

    private static boolean isNoted(ApiKey key, Instant now) {
        return key.lastUsed()
                .filter(last -> last.isAfter(now.minus(USE_NOTED_FOR)))
                .isPresent();
    }

    private static ApiKey usedAt(ApiKey key, Instant now) {
        return new ApiKey(
                key.id(),
                key.tenant(),
                key.name(),
                key.scopes(),
                key.hash(),
                key.created(),
                key.expiresAt(),
                Optional.of(now));
    }
}
