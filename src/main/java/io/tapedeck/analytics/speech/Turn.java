package io.tapedeck.analytics.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Speech of one speaker with inner gaps up to 1.5 s, whatever others say meanwhile.
 *
 * @param speaker counted from 0
 * @param spans at least one, in their order
 */
record Turn(int speaker, List<Span> spans) {
    private static final long LONGEST_GAP = 1500;
    private static final long SHORT = 1000;

    Turn {
        spans = List.copyOf(spans);
    }

    /** The turns of one speaker, in their order. */
    static List<Turn> of(int speaker, Speech speech) {
        var turns = new ArrayList<Turn>();
        var spans = speech.spans();
        var first = 0;
        for (int i = 1; i <= spans.size(); i++) {
            if (i == spans.size() || spans.get(i).start() - spans.get(i - 1).end() > LONGEST_GAP) {
                turns.add(new Turn(speaker, spans.subList(first, i)));
                first = i;
            }
        }
        return turns;
    }

    long start() {
        return spans.getFirst().start();
    }

    long end() {
        return spans.getLast().end();
    }

    long length() {
        return end() - start();
    }

    /** Whether it holds so little speech that it may be a back-channel: under 1 s. */
    boolean isShort() {
        return spans.stream().mapToLong(Span::length).sum() < SHORT;
    }
}
