package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.StorageName;
import java.time.Instant;
import java.util.Optional;

/**
 * Analytics in the store.
 *
 * @param document where they lie
 * @param transcript id of the one that they were worked out from; absent where there was none
 */
public record StoredAnalytics(ObjectKey document, Optional<String> transcript, Instant created) {
    public StoredAnalytics {
        requireNonNull(document);
        requireNonNull(transcript);
        requireNonNull(created);
    }

    /** The same in a storage; absent for the deployment's own. */
    public StoredAnalytics in(Optional<StorageName> storage) {
        return new StoredAnalytics(document.in(storage), transcript, created);
    }

    /** Whether they no longer are of the words that there are. */
    public boolean isStale(Optional<StoredTranscript> now) {
        return !now.map(StoredTranscript::id).equals(transcript);
    }
}
