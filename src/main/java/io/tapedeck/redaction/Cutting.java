package io.tapedeck.redaction;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Masking;

/**
 * How it is cut.
 *
 * @param style what is there instead
 * @param padding seconds on both sides
 * @param channels that what one voice says is cut on; all of them where time is cut away
 */
public record Cutting(Masking.Style style, double padding, Channels channels) {
    public Cutting {
        requireNonNull(style);
        requireNonNull(channels);
        if (!(padding >= 0)) {
            throw new IllegalArgumentException("must have a padding of 0 s or more");
        }
    }

    /** Where what one voice says is cut. */
    public enum Channels {
        /** On every channel, since the other side may say it again or hear an echo of it. */
        ALL,
        /** On the channel of whoever says it, where they have one. */
        SPEAKER
    }

    /** Whether something can be cut on one channel and stay on another. */
    boolean isByChannel() {
        return channels == Channels.SPEAKER && style != Masking.Style.DELETION;
    }
}
