package io.tapedeck.transcript;

import io.tapedeck.audio.Range;
import java.util.List;

/**
 * When somebody speaks on a channel, by the sound.
 *
 * @param ranges in their order, each apart from the next
 */
public record VoiceRanges(List<Range> ranges) {
    private static final double INSTANT = 0.05;

    public VoiceRanges {
        ranges = List.copyOf(ranges);
    }

    /** The share of a stretch of time in which somebody speaks, from 0 to 1. */
    double share(double start, double end) {
        var from = end - start < INSTANT ? start - INSTANT : start;
        var to = end - start < INSTANT ? end + INSTANT : end;
        var spoken = 0.0;
        for (int i = first(from); i < ranges.size() && ranges.get(i).start() < to; i++) {
            spoken += Math.min(to, ranges.get(i).end())
                    - Math.max(from, ranges.get(i).start());
        }
        return spoken / (to - from);
    }

    /** Seconds to the speech that is next to a stretch of time without any; infinite if there is none at all. */
    double distance(double start, double end) {
        var after = first(start);
        var later = after < ranges.size() ? ranges.get(after).start() - end : Double.POSITIVE_INFINITY;
        var earlier = after > 0 ? start - ranges.get(after - 1).end() : Double.POSITIVE_INFINITY;
        return Math.min(later, earlier);
    }

    private int first(double seconds) {
        var low = 0;
        var high = ranges.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (ranges.get(middle).end() <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
