package io.tapedeck.analytics.speech;

import io.tapedeck.audio.Range;

/**
 * A stretch of a call in whole milliseconds, so that a threshold means the same wherever in the call it is applied.
 *
 * @param end not before the start
 */
public record Span(long start, long end) {
    private static final double SECOND = 1000;

    /** @throws IllegalArgumentException if it ends before it starts */
    public Span {
        if (end < start) {
            throw new IllegalArgumentException(
                    "must not end at %d ms, before its start at %d ms".formatted(end, start));
        }
    }

    /** Rounded to the millisecond. */
    public static Span of(Range range) {
        return ofSeconds(range.start(), range.end());
    }

    /** Rounded to the millisecond. */
    public static Span ofSeconds(double start, double end) {
        return new Span(milliseconds(start), milliseconds(end));
    }

    /** @throws IllegalArgumentException if it is no time */
    public static long milliseconds(double seconds) {
        if (!Double.isFinite(seconds)) {
            throw new IllegalArgumentException("must be a number of seconds");
        }
        return Math.round(seconds * SECOND);
    }

    /** Of milliseconds. */
    public static double seconds(long milliseconds) {
        return milliseconds / SECOND;
    }

    /** Milliseconds. */
    public long length() {
        return end - start;
    }

    /** In seconds. */
    public Range range() {
        return new Range(seconds(start), seconds(end));
    }
}
