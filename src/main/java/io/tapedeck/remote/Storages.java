package io.tapedeck.remote;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Places;
import io.tapedeck.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All storages besides the deployment's own bucket: those that the deployment has for all of its tenants, and those that tenants have
 * brought, which no other tenant can name. What has been opened is used for a minute; then its secret may be another.
 */
public final class Storages implements Buckets, Places {
    private static final ObjectKey HEALTH = new ObjectKey("health");
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Map<StorageName, RemoteStorage> shared;
    private final StorageRegistry registry;
    private final BiFunction<Optional<TenantId>, StorageName, Optional<String>> secrets;
    private final BucketOpener sharedOpener;
    private final BucketOpener opener;
    private final Clock clock;
    private final Map<Owned, Opened> opened = new ConcurrentHashMap<>();
    private final Map<Owned, Breaker> breakers = new ConcurrentHashMap<>();

    /**
     * @param shared what all tenants know
     * @param sharedOpener of those, at whatever address the deployment has chosen
     * @param opener of what tenants bring
     * @param secrets finds what gets in, of whose storage, which are those of all tenants where there is no tenant
     */
    public Storages(
            List<RemoteStorage> shared,
            StorageRegistry registry,
            BucketOpener sharedOpener,
            BucketOpener opener,
            BiFunction<Optional<TenantId>, StorageName, Optional<String>> secrets,
            Clock clock) {
        this.shared = shared.stream()
                .collect(Collectors.toUnmodifiableMap(storage -> storage.place().name(), storage -> storage));
        this.registry = requireNonNull(registry);
        this.secrets = requireNonNull(secrets);
        this.sharedOpener = requireNonNull(sharedOpener);
        this.opener = requireNonNull(opener);
        this.clock = requireNonNull(clock);
    }

    @Override
    public Optional<Place> find(TenantId tenant, StorageName storage) {
        return known(tenant, storage).map(RemoteStorage::place);
    }

    @Override
    public Optional<Place> standard(TenantId tenant) {
        return registry.standard(tenant).flatMap(name -> find(tenant, name));
    }

    /** All that a tenant can name, by name, each with what came of the last time that this tenant tried it. */
    public List<RemoteStorage> list(TenantId tenant) {
        var checks = registry.checks(tenant);
        var known = shared.values().stream()
                .map(storage -> Optional.ofNullable(checks.get(storage.place().name()))
                        .map(storage::with)
                        .orElse(storage));
        var brought = registry.list(tenant).stream()
                .filter(storage -> !isShared(storage.place().name()));
        return Stream.concat(known, brought)
                .sorted(Comparator.comparing(storage -> storage.place().name()))
                .toList();
    }

    /** What a tenant knows by a name. */
    public Optional<RemoteStorage> known(TenantId tenant, StorageName storage) {
        return known(owned(tenant, storage));
    }

    private Optional<RemoteStorage> known(Owned owned) {
        return Optional.ofNullable(shared.get(owned.name()))
                .or(() -> owned.tenant().flatMap(tenant -> registry.find(tenant, owned.name())));
    }

    /** Whether all tenants know it. */
    public boolean isShared(StorageName storage) {
        return shared.containsKey(storage);
    }

    /** Whether it is left alone because it did not answer. */
    public boolean isDown(TenantId tenant, StorageName storage) {
        return Optional.ofNullable(breakers.get(owned(tenant, storage)))
                .filter(Breaker::isOpen)
                .isPresent();
    }

    /** Lets it be asked at once, even where it is left alone. */
    public void wake(TenantId tenant, StorageName storage) {
        Optional.ofNullable(breakers.get(owned(tenant, storage))).ifPresent(Breaker::wake);
    }

    /** Asks all storages that all tenants have, and says which of them answer. */
    public Map<StorageName, Boolean> askShared() {
        var answers = new TreeMap<StorageName, Boolean>();
        shared.keySet().forEach(name -> answers.put(name, answers(new Owned(Optional.empty(), name))));
        return answers;
    }

    private boolean answers(Owned owned) {
        try {
            of(owned).find(HEALTH);
            return true;
        } catch (StorageException | ProblemException down) {
            return false;
        }
    }

    @Override
    public RemoteBucket of(TenantId tenant, StorageName storage) {
        return of(owned(tenant, storage));
    }

    private RemoteBucket of(Owned owned) {
        var now = clock.instant();
        return opened.compute(
                        owned,
                        (_, before) -> before != null && now.isBefore(before.until()) ? before : open(owned, before))
                .bucket();
    }

    /** The bucket that was open, unless something else is known of the storage by now: it keeps connections and tokens. */
    private Opened open(Owned owned, Opened before) {
        var storage = known(owned)
                .orElseThrow(() -> new StorageException.Refused(
                        "There is no storage any more that is called " + owned.name() + "."));
        var secret = secrets.apply(owned.tenant(), owned.name());
        var known = new Known(storage.access(), secret);
        var bucket = before != null && before.known().equals(known)
                ? before.bucket()
                : new GuardedBucket(
                        (owned.tenant().isEmpty() ? sharedOpener : opener).open(storage, secret),
                        breakers.computeIfAbsent(owned, _ -> new Breaker(clock)));
        return new Opened(bucket, known, clock.instant().plus(KEPT));
    }

    private Owned owned(TenantId tenant, StorageName storage) {
        return new Owned(isShared(storage) ? Optional.empty() : Optional.of(tenant), storage);
    }

    private record Owned(Optional<TenantId> tenant, StorageName name) {}

    private record Opened(RemoteBucket bucket, Known known, Instant until) {}

    /** How to get in. */
    private record Known(Map<String, String> access, Optional<String> secret) {
        @Override
        public String toString() {
            return access.toString();
        }
    }
}
