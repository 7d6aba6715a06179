package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.WireNames;
import java.util.List;
import java.util.Set;

/**
 * What is to be taken out of sound, so that nobody can hear it any more.
 *
 * @param masks in the order of their starts, each apart from the next
 */
public record Masking(Style style, List<Mask> masks) {
    public Masking {
        requireNonNull(style);
        masks = List.copyOf(masks);
    }

    /** What is there instead. */
    public enum Style {
        /** Digital silence. */
        SILENCE,
        /** A tone of 1 kHz at -20 dBFS, which begins and ends within 5 ms. */
        BEEP,
        /** Nothing: what comes after moves up. */
        DELETION;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }

    /**
     * A stretch of it.
     *
     * @param range to the millisecond
     * @param channels that it is taken out of, 0 for the first; empty for all, as always where it is deleted
     */
    public record Mask(Range range, Set<Integer> channels) {
        public Mask {
            requireNonNull(range);
            channels = Set.copyOf(channels);
        }
    }
}
