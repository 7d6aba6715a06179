package io.tapedeck.json;

import io.tapedeck.audio.Redacted;
import java.util.List;
import java.util.Optional;

/**
 * Something that was cut, or would be, as the HTTP contract writes it.
 *
 * @param entity what it is, {@code keypad} for keys that were pressed, {@code range} for what was asked
 * @param start seconds, to the millisecond
 * @param end seconds, to the millisecond
 */
public record SpanView(
        String entity,
        double start,
        double end,
        Optional<Integer> channel,
        Optional<Integer> segment,
        Optional<Double> strength) {
    static List<SpanView> of(List<Redacted> spans) {
        return spans.stream().map(SpanView::of).toList();
    }

    private static SpanView of(Redacted span) {
        return new SpanView(
                span.reason(),
                milliseconds(span.range().start()),
                milliseconds(span.range().end()),
                span.channel(),
                span.segment(),
                span.strength());
    }

    private static double milliseconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
