package io.tapedeck.audio;

import java.util.List;

/**
 * Works out the figures of a call. The audio stays as it is.
 *
 * @param categories to sort the call into
 * @param silenceThreshold seconds from which silence is dead air
 * @param summary whether one is wanted
 */
public record Analysis(List<PhraseCategory> categories, double silenceThreshold, boolean summary) implements Task {
    /** Seconds from which silence is dead air where nobody says otherwise. */
    public static final double DEAD_AIR = 3;

    /** Without categories, with a summary. */
    public static final Analysis DEFAULT = new Analysis(List.of(), DEAD_AIR, true);

    public Analysis {
        categories = List.copyOf(categories);
    }

    /** Whether any category is of what one of the speakers says. */
    public boolean namesSpeakers() {
        return categories.stream().anyMatch(category -> category.speaker().isPresent());
    }
}
