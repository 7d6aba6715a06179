package io.tapedeck.analytics.words;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.WireNames;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How what is said feels.
 *
 * @param overall from -1 to 1: the mean of the sentences' scores, each with the weight of its words
 * @param quarters the same in each quarter of the call, by where a sentence begins; empty where nothing is said
 */
public record Mood(double overall, Label label, List<OptionalDouble> quarters) {
    public Mood {
        requireNonNull(label);
        quarters = List.copyOf(quarters);
    }

    /** What a mood comes to. */
    public enum Label {
        POSITIVE,
        NEUTRAL,
        NEGATIVE,
        MIXED;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }
}
