package io.tapedeck.redaction;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Redaction.Channels;

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

    /** As a task asks for it. */
    public static Cutting of(Redaction task) {
        return new Cutting(task.type(), task.padding(), task.channels());
    }

    /** Whether something can be cut on one channel and stay on another. */
    boolean isByChannel() {
        return channels == Channels.SPEAKER && style != Masking.Style.DELETION;
    }
}
