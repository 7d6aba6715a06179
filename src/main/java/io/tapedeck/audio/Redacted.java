package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something that was found to be personal, or is to be cut for another reason. What it is nobody says here.
 *
 * @param reason the name of an {@link Entity}, {@code keypad} for keys that were pressed, or {@code range} for what was asked
 * @param range where it is, without padding
 * @param channel on which it is said; absent where nobody knows
 * @param segment of the transcript, by its index; absent where it is not in words
 * @param strength from 0 to 1: how sure the label is; absent where there is no doubt
 */
public record Redacted(
        String reason, Range range, Optional<Integer> channel, Optional<Integer> segment, Optional<Double> strength) {
    /** As many as a row can hold beside all else. */
    public static final int MOST = 1000;

    public Redacted {
        requireNonNull(reason);
        requireNonNull(range);
        requireNonNull(channel);
        requireNonNull(segment);
        requireNonNull(strength);
    }

    /** The same at another time. */
    public Redacted moved(Range time) {
        return new Redacted(reason, time, channel, segment, strength);
    }

    /** The same in other audio, whose words are others. */
    public Redacted at(Range time) {
        return new Redacted(reason, time, channel, Optional.empty(), strength);
    }

    /** The same in audio whose channels are others. */
    public Redacted onAnyChannel() {
        return new Redacted(reason, range, Optional.empty(), segment, strength);
    }
}
