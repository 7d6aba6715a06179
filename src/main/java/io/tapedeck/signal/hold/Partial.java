package io.tapedeck.signal.hold;

import java.util.List;

/**
 * A narrow peak in a spectrum.
 *
 * @param hertz to a fraction of a line
 * @param power of the lines that belong to it
 */
record Partial(double hertz, double power) {
    /** Hz by which it moves within 64 ms at most where nothing glides. */
    private static final double STEADY = 6;

    boolean isNearAny(List<Partial> others) {
        for (var other : others) {
            if (Math.abs(hertz - other.hertz) <= STEADY) {
                return true;
            }
        }
        return false;
    }
}
