package io.tapedeck.ffmpeg.make;

import java.util.List;

/** Goes along spans as sound streams by. */
final class SpanCursor {
    /** Takes a part of a span. */
    interface Part<E extends Exception> {
        /**
         * @param from the first sample
         * @param to the first after it
         */
        void accept(Span span, long from, long to) throws E;
    }

    private final List<Span> spans;
    private int next;

    /**
     * @param spans in order, each apart from the next
     */
    SpanCursor(List<Span> spans) {
        this.spans = spans;
    }

    /**
     * Hands on what of the spans lies in a stretch of samples, which begins where the one before it ended.
     *
     * @param start the first sample
     * @param end the first after it
     */
    <E extends Exception> void each(long start, long end, Part<E> part) throws E {
        for (; next < spans.size() && spans.get(next).start() < end; next++) {
            var span = spans.get(next);
            part.accept(span, Math.max(span.start(), start), span.end(end));
            if (span.end(Long.MAX_VALUE) > end) {
                return;
            }
        }
    }
}
