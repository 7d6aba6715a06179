package io.tapedeck.transcript.pieces;

import java.time.Duration;

/** How long pieces take to be heard, by those that were heard already. */
final class Pace {
    /** Seconds of sound that cost as much as less does: engines look at so much at a time, and have to start. */
    private static final double LEAST = 10;
    /** By how much a piece may take longer than the slowest before it, as fast talk does. */
    private static final double CAUTION = 2;
    /** To keep the words in, and to say that time is up. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private double slowest;
    private boolean known;

    /**
     * A piece has been heard.
     *
     * @param sound seconds of it
     */
    void add(double sound, Duration taken) {
        known = true;
        slowest = Math.max(slowest, seconds(taken) / Math.max(LEAST, sound));
    }

    /** Whether anything has been heard, so that one can tell. */
    boolean isKnown() {
        return known;
    }

    /**
     * Whether a piece will have been heard in time.
     *
     * @param sound seconds of it
     */
    boolean fits(double sound, Duration left) {
        return seconds(left) >= seconds(MARGIN) + CAUTION * slowest * Math.max(LEAST, sound);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
