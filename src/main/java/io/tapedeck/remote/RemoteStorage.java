package io.tapedeck.remote;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A storage besides the deployment's own bucket.
 *
 * @param prefix what the names of all objects there begin with; empty, or ends in a slash
 * @param access how to get in, by the names of the HTTP contract, without what is secret
 * @param check the last time it was tried
 */
public record RemoteStorage(Place place, String prefix, Map<String, String> access, Optional<StorageCheck> check) {
    /** What of the access says which server, and whose account there. */
    public static final List<String> SERVER_AND_ACCOUNT = List.of("endpoint", "account");

    public RemoteStorage {
        requireNonNull(place);
        requireNonNull(prefix);
        access = Map.copyOf(access);
        requireNonNull(check);
    }

    /** The same, tried. */
    public RemoteStorage with(StorageCheck latest) {
        return new RemoteStorage(place, prefix, access, Optional.of(latest));
    }

    /** Whether what lies in one is found in the other. */
    public boolean isWhere(RemoteStorage other) {
        return place.equals(other.place)
                && prefix.equals(other.prefix)
                && SERVER_AND_ACCOUNT.stream()
                        .allMatch(name -> Objects.equals(access.get(name), other.access.get(name)));
    }
}
