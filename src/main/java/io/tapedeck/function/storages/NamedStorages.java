package io.tapedeck.function.storages;

import io.tapedeck.http.Fields;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.remote.Storages;
import io.tapedeck.storage.Place;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the names of storages that callers give, and holds them to those that there are. */
public final class NamedStorages {
    private static final int LONGEST = 64;

    private final Storages storages;

    public NamedStorages(Storages storages) {
        this.storages = storages;
    }

    /**
     * The storage that a request names as {@code storage}; empty for none.
     *
     * @throws ProblemException unknown-storage if the tenant has none of this name
     */
    public Optional<StorageName> read(TenantId tenant, Fields fields) {
        var text = fields.text("storage", LONGEST);
        var name = text.flatMap(StorageName::parse).filter(known -> isKnown(tenant, known));
        if (text.isPresent() && name.isEmpty()) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_STORAGE, "storage must be one of %s.".formatted(names(tenant)));
        }
        return name;
    }

    /** Where a new recording goes: where the request says, or where all of the tenant's go. Empty for the deployment's own bucket. */
    public Optional<Place> readOrStandard(TenantId tenant, Fields fields) {
        var named = read(tenant, fields);
        return named.isPresent() || fields.has("storage")
                ? named.flatMap(name -> storages.find(tenant, name))
                : storages.standard(tenant);
    }

    private boolean isKnown(TenantId tenant, StorageName name) {
        return name.equals(StorageName.OWN) || storages.find(tenant, name).isPresent();
    }

    private String names(TenantId tenant) {
        return Stream.concat(
                        Stream.of(StorageName.OWN),
                        storages.list(tenant).stream()
                                .map(storage -> storage.place().name()))
                .map(StorageName::toString)
                .collect(Collectors.joining(", "));
    }
}
