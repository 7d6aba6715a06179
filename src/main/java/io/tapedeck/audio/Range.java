package io.tapedeck.audio;

/**
 * A stretch of time inside audio.
 *
 * @param start seconds from the beginning
 * @param end seconds from the beginning, after the start
 */
public record Range(double start, double end) {
    /** Seconds. */
    public double length() {
        return end - start;
    }
}
