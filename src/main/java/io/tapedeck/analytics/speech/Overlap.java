package io.tapedeck.analytics.speech;

import java.util.List;

/**
 * Time in which two or more speak at once.
 *
 * @param total seconds
 * @param ratio of the call
 * @param ratioOfSpeech of the time in which anybody speaks
 * @param count of stretches, each apart from the next
 */
public record Overlap(double total, double ratio, double ratioOfSpeech, int count) {
    static Overlap of(List<Speech> speakers, Speech anybody, long duration) {
        var overlap = Speech.atOnce(speakers);
        return new Overlap(
                Span.seconds(overlap.total()),
                Share.of(overlap.total(), duration),
                Share.of(overlap.total(), anybody.total()),
                overlap.spans().size());
    }
}
