package io.tapedeck.audio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time inside audio.
 *
 * @param start seconds from the beginning
 * @param end seconds from the beginning, after the start
 */
public record Range(double start, double end) {
    /**
     * What is left of audio when some of it is removed, in order.
     *
     * @param removed in their order, each apart from the next
     * @param duration of the audio, seconds
     */
    public static List<Range> left(List<Range> removed, double duration) {
        var left = new ArrayList<Range>();
        var from = 0.0;
        for (var range : removed) {
            left.add(new Range(from, range.start()));
            from = range.end();
        }
        left.add(new Range(from, duration));
        left.removeIf(range -> range.end() <= range.start());
        return List.copyOf(left);
    }

    /**
     * All that lies in one of them, in order, each apart from the next.
     *
     * @param ranges may overlap and come in any order
     */
    public static List<Range> united(List<Range> ranges) {
        var ordered = new ArrayList<>(ranges);
        ordered.removeIf(range -> range.end() <= range.start());
        ordered.sort(Comparator.comparingDouble(Range::start));
        var apart = new ArrayList<Range>();
        for (var range : ordered) {
            if (apart.isEmpty() || range.start() > apart.getLast().end()) {
                apart.add(range);
            } else {
                var before = apart.removeLast();
                apart.add(new Range(before.start(), Math.max(before.end(), range.end())));
            }
        }
        return List.copyOf(apart);
    }

    /** Seconds. */
    public double length() {
        return end - start;
    }
}
