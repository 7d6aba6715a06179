package io.tapedeck.redaction;

import io.tapedeck.audio.Range;
import java.util.Arrays;
import java.util.List;

/** Stretches of time, and what lies in them. */
final class Stretches {
    /** Seconds by which times that were rounded differ. */
    private static final double ROUNDED = 0.0006;

    private final double[] starts;
    private final double[] ends;

    /** @param ranges in any order */
    Stretches(List<Range> ranges) {
        var joined = Masks.joined(ranges, 0);
        starts = joined.stream().mapToDouble(Range::start).toArray();
        ends = joined.stream().mapToDouble(Range::end).toArray();
    }

    /** Whether some of this lies in one. */
    boolean overlap(Range range) {
        var first = first(range.start() + ROUNDED);
        return first < starts.length && starts[first] < range.end() - ROUNDED;
    }

    /** Whether all of this lies in one. */
    boolean contain(Range range) {
        var first = first(range.end() - ROUNDED);
        return first < starts.length && starts[first] <= range.start() + ROUNDED;
    }

    /** The first that ends at this moment or later. */
    private int first(double seconds) {
        var found = Arrays.binarySearch(ends, seconds);
        return found >= 0 ? found : -found - 1;
    }
}
