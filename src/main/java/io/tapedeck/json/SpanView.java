package io.tapedeck.json;

import io.tapedeck.audio.Redacted;
import java.util.List;
import java.util.Optional;

/**
 * Something that was cut, or would be, as the HTTP contract writes it.
 *
 * @param entity what it is, {@code keypad} for keys that were pressed, {@code range} for what was asked
 * @param start seconds
 * @param end seconds
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
                span.range().start(),
                span.range().end(),
                span.channel(),
                span.segment(),
                span.strength());
    }
}
