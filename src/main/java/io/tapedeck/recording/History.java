package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.Ulid;
import java.time.Instant;

/**
 * How a recording has changed so far.
 *
 * @param redaction the first version without what was taken out last; 0 where nothing ever was, and never less than it was
 * @param lastEvent the latest event, which the next one must follow
 * @param revision counts the changes; what a writer has read must still hold when it writes
 */
public record History(Instant created, Instant updated, int redaction, Ulid lastEvent, long revision) {
    public History {
        requireNonNull(created);
        requireNonNull(updated);
        requireNonNull(lastEvent);
    }

    /** The same, updated at the given time. */
    History updated(Instant now) {
        return new History(created, now, redaction, lastEvent, revision);
    }

    /** The same with audio that may be redacted. */
    History with(AudioVersion audio) {
        var last = audio.redactions().map(Redactions::since).orElse(0);
        return new History(created, updated, Math.max(redaction, last), lastEvent, revision);
    }

    /** The same with one more change, which ended with the given event. */
    History committed(Ulid event) {
        return new History(created, updated, redaction, event, revision + 1);
    }
}
