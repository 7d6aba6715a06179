package io.tapedeck.redaction;

/**
 * What is cut.
 *
 * @param duration seconds
 */
public record Sound(double duration, int channels) {
    /** @throws IllegalArgumentException where there is none */
    public Sound {
        if (!(duration >= 0) || channels < 1) {
            throw new IllegalArgumentException("must have a duration and a channel");
        }
    }
}
