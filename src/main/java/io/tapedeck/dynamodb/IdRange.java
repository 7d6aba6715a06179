package io.tapedeck.dynamodb;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.RecordingQuery;
import java.time.Instant;

/**
 * Recordings by the time of their creation.
 *
 * @param first inclusive
 * @param end exclusive; also the position that a next page starts from
 */
record IdRange(Ulid first, Ulid end) {
    private static final Instant LAST = Instant.ofEpochSecond((1L << 48) / 1000 - 1);

    /**
     * What is left of a query after the page before.
     *
     * @throws IllegalArgumentException if the query's position is none
     */
    static IdRange of(RecordingQuery query) {
        var end = start(query.to().orElse(LAST));
        var range = new IdRange(start(query.from().orElse(Instant.EPOCH)), end);
        return query.after().map(IdRange::ulid).map(range::before).orElse(range);
    }

    /** The same without what comes from the given one on. */
    IdRange before(Ulid other) {
        return other.compareTo(end) < 0 ? new IdRange(first, other) : this;
    }

    boolean isEmpty() {
        return first.compareTo(end) >= 0;
    }

    /** Inclusive. */
    Ulid last() {
        return end.previous();
    }

    /** The position of a page that starts here. */
    String position() {
        return new RecordingId(end).toString();
    }

    private static Ulid start(Instant second) {
        var latest = second.isBefore(LAST) ? second : LAST;
        return Ulid.first(latest.isBefore(Instant.EPOCH) ? Instant.EPOCH : latest);
    }

    private static Ulid ulid(String position) {
        return RecordingId.parse(position)
                .orElseThrow(() -> new IllegalArgumentException("no position in a list of recordings"))
                .ulid();
    }
}
