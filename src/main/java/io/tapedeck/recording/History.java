package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.Ulid;
import java.time.Instant;

/**
 * How a recording has changed so far.
 *
 * @param lastEvent the latest event, which the next one must follow
 * @param revision counts the changes; what a writer has read must still hold when it writes
 */
public record History(Instant created, Instant updated, Ulid lastEvent, long revision) {
    public History {
        requireNonNull(created);
        requireNonNull(updated);
        requireNonNull(lastEvent);
    }

    /** The same, updated at the given time. */
    History updated(Instant now) {
        return new History(created, now, lastEvent, revision);
    }

    /** The same with one more change, which ended with the given event. */
    History committed(Ulid event) {
        return new History(created, updated, event, revision + 1);
    }
}
