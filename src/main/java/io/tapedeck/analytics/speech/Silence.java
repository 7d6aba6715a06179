package io.tapedeck.analytics.speech;

import io.tapedeck.audio.Range;
import java.util.List;

/**
 * Time in which nobody speaks and nobody is on hold.
 *
 * @param total seconds
 * @param ratio of the call
 * @param ratioWithoutHold of the call without what is hold
 * @param longest seconds; 0 where there is none
 * @param periods those that are dead air: from a threshold on
 */
public record Silence(double total, double ratio, double ratioWithoutHold, double longest, List<Range> periods) {
    public Silence {
        periods = List.copyOf(periods);
    }

    static Silence of(Speech anybody, Speech hold, long duration, long threshold) {
        var silence = Speech.anyOf(List.of(anybody, hold)).complement(duration);
        var total = silence.total();
        var periods = silence.spans().stream()
                .filter(span -> span.length() >= threshold)
                .map(Span::range)
                .toList();
        return new Silence(
                Span.seconds(total),
                Share.of(total, duration),
                Share.of(total, duration - hold.total()),
                Span.seconds(
                        silence.spans().stream().mapToLong(Span::length).max().orElse(0)),
                periods);
    }
}
