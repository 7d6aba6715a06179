package io.tapedeck.analytics.speech;

import java.util.List;
import java.util.stream.IntStream;

/** Speech for tests. */
final class Spoken {
    private Spoken() {}

    /** From a millisecond to a millisecond, and so on. */
    static Speech speech(long... edges) {
        return Speech.of(IntStream.range(0, edges.length / 2)
                .mapToObj(i -> new Span(edges[2 * i], edges[2 * i + 1]))
                .toList());
    }

    /** From a second to a second, and so on. */
    static Speech seconds(double... edges) {
        return Speech.of(IntStream.range(0, edges.length / 2)
                .mapToObj(i -> Span.ofSeconds(edges[2 * i], edges[2 * i + 1]))
                .toList());
    }

    /** The figures of a call of 60 s in which dead air begins at 3 s. */
    static Timing minute(Speech... speakers) {
        return Timing.of(List.of(speakers), Speech.NONE, 60_000, 3000);
    }
}
