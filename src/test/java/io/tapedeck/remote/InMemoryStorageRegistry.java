package io.tapedeck.remote;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Storages as long as a test lives. */
public final class InMemoryStorageRegistry implements StorageRegistry {
    private final Map<TenantId, Map<StorageName, RemoteStorage>> storages = new ConcurrentHashMap<>();
    private final Map<TenantId, Map<StorageName, StorageCheck>> checks = new ConcurrentHashMap<>();
    private final Map<TenantId, StorageName> chosen = new ConcurrentHashMap<>();

    @Override
    public boolean put(TenantId tenant, RemoteStorage storage) {
        return of(tenant)
                .merge(storage.place().name(), storage, (before, after) -> before.isWhere(after) ? after : before)
                .equals(storage);
    }

    @Override
    public void replace(TenantId tenant, RemoteStorage before, RemoteStorage after) {
        of(tenant).replace(before.place().name(), before, after);
    }

    @Override
    public Optional<RemoteStorage> find(TenantId tenant, StorageName name) {
        return Optional.ofNullable(of(tenant).get(name));
    }

    @Override
    public List<RemoteStorage> list(TenantId tenant) {
        return of(tenant).values().stream()
                .sorted(Comparator.comparing(storage -> storage.place().name().value()))
                .toList();
    }

    @Override
    public void keep(TenantId tenant, StorageName shared, StorageCheck check) {
        checks.computeIfAbsent(tenant, _ -> new ConcurrentHashMap<>()).put(shared, check);
    }

    @Override
    public Map<StorageName, StorageCheck> checks(TenantId tenant) {
        return Map.copyOf(checks.getOrDefault(tenant, Map.of()));
    }

    @Override
    public Optional<StorageName> standard(TenantId tenant) {
        return Optional.ofNullable(chosen.get(tenant));
    }

    @Override
    public void choose(TenantId tenant, StorageName name) {
        chosen.put(tenant, name);
    }

    private Map<StorageName, RemoteStorage> of(TenantId tenant) {
        return storages.computeIfAbsent(tenant, _ -> new ConcurrentHashMap<>());
    }
}
