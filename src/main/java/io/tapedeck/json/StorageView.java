package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tapedeck.id.StorageName;
import io.tapedeck.remote.RemoteBucket.Remnant;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.remote.StorageCheck;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Storage as the HTTP contract writes it, without what is secret.
 *
 * @param access how to get in; not of those that all tenants have
 * @param shared whether all tenants have it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StorageView(
        StorageName name,
        Storage provider,
        String bucket,
        String region,
        Optional<String> prefix,
        Optional<Map<String, String>> access,
        boolean shared,
        @JsonProperty("default") boolean standard,
        boolean answers,
        Optional<CheckView> check) {

    /** The deployment's own bucket. */
    public static StorageView own(Place own, boolean standard) {
        return new StorageView(
                own.name(),
                own.provider(),
                own.bucket(),
                own.region(),
                Optional.empty(),
                Optional.empty(),
                true,
                standard,
                true,
                Optional.empty());
    }

    /**
     * Any other.
     *
     * @param answers false while it is left alone because it does not
     */
    public static StorageView of(RemoteStorage storage, boolean shared, boolean standard, boolean answers) {
        var place = storage.place();
        return new StorageView(
                place.name(),
                place.provider(),
                place.bucket(),
                place.region(),
                Optional.of(storage.prefix()).filter(prefix -> !prefix.isEmpty()),
                Optional.of(storage.access()).filter(_ -> !shared),
                shared,
                standard,
                answers,
                storage.check().map(CheckView::of));
    }

    /** The last time that it was tried. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record CheckView(Instant at, boolean usable, List<Remnant> keepsDeleted, Optional<String> problem) {
        static CheckView of(StorageCheck check) {
            return new CheckView(check.at(), check.isUsable(), check.remnants(), check.problem());
        }
    }
}
