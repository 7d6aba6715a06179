package io.tapedeck.analytics.speech;

import java.util.OptionalDouble;

/** Parts of a whole, and how often something happens in a time. */
public final class Share {
    private static final double MINUTE = 60_000;

    private Share() {}

    /** The part; 0 of nothing. */
    static double of(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** So many a minute; empty of no time at all. */
    public static OptionalDouble perMinute(int count, long milliseconds) {
        return milliseconds == 0 ? OptionalDouble.empty() : OptionalDouble.of(count * MINUTE / milliseconds);
    }
}
