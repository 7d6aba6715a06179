package io.tapedeck.analytics.speech;

import io.tapedeck.audio.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * When something is heard: a union of stretches, so that nothing in it counts twice.
 *
 * @param spans in their order, each apart from the next and none of them empty
 */
public record Speech(List<Span> spans) {
    /** Never. */
    public static final Speech NONE = new Speech(List.of());

    public Speech {
        spans = List.copyOf(spans);
    }

    /** The union of stretches in any order. */
    public static Speech of(Collection<Span> spans) {
        return closed(spans, 0);
    }

    /** The union of stretches of seconds in any order. */
    public static Speech ofRanges(List<Range> ranges) {
        return of(ranges.stream().map(Span::of).toList());
    }

    /**
     * The union of stretches in any order, and of the gaps between them that are short.
     *
     * @param gap the longest that is closed, milliseconds
     */
    public static Speech closed(Collection<Span> spans, long gap) {
        var ordered = spans.stream()
                .filter(span -> span.length() > 0)
                .sorted(Comparator.comparingLong(Span::start))
                .toList();
        var union = new ArrayList<Span>();
        for (var span : ordered) {
            if (union.isEmpty() || span.start() - union.getLast().end() > gap) {
                union.add(span);
            } else {
                var last = union.removeLast();
                union.add(new Span(last.start(), Math.max(last.end(), span.end())));
            }
        }
        return new Speech(union);
    }

    /** When at least one is heard. */
    public static Speech anyOf(List<Speech> all) {
        return of(all.stream().flatMap(speech -> speech.spans.stream()).toList());
    }

    /**
     * When two or more are heard at once. That is from each start but the first to the end that is one fewer: there as many have
     * started, less those who have ended, that two are left.
     */
    public static Speech atOnce(List<Speech> all) {
        var starts = sorted(all, Span::start);
        var ends = sorted(all, Span::end);
        return of(IntStream.range(1, starts.length)
                .filter(i -> starts[i] < ends[i - 1])
                .mapToObj(i -> new Span(starts[i], ends[i - 1]))
                .toList());
    }

    /** Milliseconds in all. */
    public long total() {
        return spans.stream().mapToLong(Span::length).sum();
    }

    /** The same as far as it lies within the first milliseconds. */
    public Speech within(long duration) {
        return of(spans.stream()
                .filter(span -> span.start() < duration && span.end() > 0)
                .map(span -> new Span(Math.max(0, span.start()), Math.min(duration, span.end())))
                .toList());
    }

    /** The rest of the first milliseconds. */
    public Speech complement(long duration) {
        var rest = new ArrayList<Span>();
        var from = 0L;
        for (var span : within(duration).spans) {
            rest.add(new Span(from, span.start()));
            from = span.end();
        }
        rest.add(new Span(from, duration));
        return of(rest);
    }

    /** The same but for what is taken out. */
    public Speech without(Speech out) {
        if (spans.isEmpty() || out.spans.isEmpty()) {
            return this;
        }
        var end = Math.max(spans.getLast().end(), out.spans.getLast().end());
        return atOnce(List.of(this, out.complement(end)));
    }

    /** In seconds. */
    public List<Range> ranges() {
        return spans.stream().map(Span::range).toList();
    }

    private static long[] sorted(List<Speech> all, ToLongFunction<Span> edge) {
        return all.stream()
                .flatMap(speech -> speech.spans.stream())
                .mapToLong(edge)
                .sorted()
                .toArray();
    }
}
