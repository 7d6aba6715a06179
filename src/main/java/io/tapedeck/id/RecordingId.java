package io.tapedeck.id;

import java.time.Instant;
import java.util.Optional;

/** {@code rec_} and a ULID: recordings sort by the time of their creation. */
public record RecordingId(Ulid ulid) implements Comparable<RecordingId> {
    private static final String PREFIX = "rec_";

    /** Empty where the text is no recording's id. */
    public static Optional<RecordingId> parse(String text) {
        return text.startsWith(PREFIX)
                ? Ulid.parse(text.substring(PREFIX.length())).map(RecordingId::new)
                : Optional.empty();
    }

    /** The second in which the recording was created. */
    public Instant created() {
        return Seconds.of(ulid.time());
    }

    @Override
    public int compareTo(RecordingId other) {
        return ulid.compareTo(other.ulid);
    }

    @Override
    public String toString() {
        return PREFIX + ulid;
    }
}
