package io.tapedeck.redaction;

import io.tapedeck.audio.Masking.Mask;
import io.tapedeck.audio.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes masks of what is cut: padded, to the millisecond, and on each channel apart from each other. */
record Masks(Sound sound, double padding) {
    /** Seconds. What is nearer becomes one. */
    private static final double NEAR = 0.4;

    private static final double MILLISECONDS = 1000;
    /** Milliseconds by which what is computed of times misses them. */
    private static final double ROUNDED = 1e-6;

    private static final Comparator<Range> IN_ORDER =
            Comparator.comparingDouble(Range::start).thenComparingDouble(Range::end);

    /** In the order of their starts. */
    List<Mask> of(List<Cut> cuts) {
        var all = IntStream.range(0, sound.channels()).boxed().toList();
        if (cuts.stream().allMatch(cut -> cut.channels().isEmpty())) {
            return masked(cuts).stream().map(range -> new Mask(range, Set.of())).toList();
        }
        Map<Range, Set<Integer>> channels = new LinkedHashMap<>();
        for (var channel : all) {
            var own = cuts.stream().filter(cut -> cut.isOn(channel)).toList();
            masked(own)
                    .forEach(range -> channels.computeIfAbsent(range, each -> new TreeSet<>())
                            .add(channel));
        }
        return channels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(IN_ORDER))
                .map(each -> new Mask(each.getKey(), each.getValue().containsAll(all) ? Set.of() : each.getValue()))
                .toList();
    }

    private List<Range> masked(List<Cut> cuts) {
        var spans = joined(cuts.stream().map(cut -> cut.what().range()).toList(), NEAR);
        var padded = spans.stream()
                .map(this::padded)
                .filter(range -> range.start() < range.end())
                .toList();
        return joined(padded, 0);
    }

    /** What ends less than this before the next begins goes on into it; what touches it, too. */
    static List<Range> joined(List<Range> ranges, double near) {
        var joined = new ArrayList<Range>();
        for (var range : ranges.stream().sorted(IN_ORDER).toList()) {
            var last = joined.isEmpty() ? null : joined.getLast();
            var gap = last == null ? Double.POSITIVE_INFINITY : range.start() - last.end();
            if (gap <= 0 || (near - gap) * MILLISECONDS > ROUNDED) {
                joined.set(joined.size() - 1, new Range(last.start(), Math.max(last.end(), range.end())));
            } else {
                joined.add(range);
            }
        }
        return List.copyOf(joined);
    }

    private Range padded(Range range) {
        var start = Math.floor((range.start() - padding) * MILLISECONDS + ROUNDED) / MILLISECONDS;
        var end = Math.ceil((range.end() + padding) * MILLISECONDS - ROUNDED) / MILLISECONDS;
        return new Range(Math.max(0, start), Math.min(sound.duration(), end));
    }
}
