package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.WireNames;
import java.util.List;
import java.util.Set;

/**
 * What is to be taken out of sound, so that nobody can hear it any more.
 *
 * @param masks in the order of their starts, on each channel apart from each other
 */
public record Masking(Style style, List<Mask> masks) {
    /** Seconds. */
    private static final double ROUNDING = 0.001_000_1;

    public Masking {
        requireNonNull(style);
        masks = List.copyOf(masks);
    }

    /**
     * What it comes to: codec, sample rate and channels stay, and the bitrate as far as the codec can have it. Masks may
     * end a millisecond after the audio, whose length is rounded.
     */
    public Plan plan(AudioMeasures given) {
        for (var mask : masks) {
            if (mask.range().start() >= given.duration() || mask.range().end() > given.duration() + ROUNDING) {
                return Plan.Infeasible.because(
                        "beyond-end",
                        "The audio ends at %.3f s; nothing can be masked from %.3f s to %.3f s.",
                        given.duration(),
                        mask.range().start(),
                        mask.range().end());
            }
            if (mask.channels().stream().anyMatch(channel -> channel < 0 || channel >= given.channels())) {
                return Plan.Infeasible.because(
                        "no-such-channel",
                        "The audio has channels 0 to %d; those to be masked from %.3f s on are %s.",
                        given.channels() - 1,
                        mask.range().start(),
                        mask.channels().stream().sorted().toList());
            }
        }
        if (Range.left(removed(given.duration()), given.duration()).isEmpty()) {
            return Plan.Infeasible.because(
                    "nothing-left", "Nothing would be left of the %.3f s of audio; keep some of it.", given.duration());
        }
        return EncodingRequest.likeness(given).plan(given.sampleRate(), given.channels());
    }

    /** What is masked on a channel, 0 for the first, in order, each apart from the next. */
    public List<Range> on(int channel) {
        return Range.united(masks.stream()
                .filter(mask -> mask.channels().isEmpty() || mask.channels().contains(channel))
                .map(Mask::range)
                .toList());
    }

    /** What is taken out of audio of so many seconds together with its time, in order; nothing but for a deletion. */
    public List<Range> removed(double duration) {
        return style != Style.DELETION
                ? List.of()
                : Range.united(masks.stream()
                        .map(mask -> new Range(
                                mask.range().start(), Math.min(mask.range().end(), duration)))
                        .toList());
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
