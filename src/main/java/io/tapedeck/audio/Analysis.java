package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Works out the figures of a call. The audio stays as it is.
 *
 * @param categories to sort the call into
 * @param silenceThreshold seconds from which silence is dead air
 * @param summary whether one is wanted
 */
public record Analysis(List<Category> categories, double silenceThreshold, boolean summary) implements Task {
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

    /**
     * A name for calls in which something is said.
     *
     * @param phrases plain text, of which one is enough; inflected forms of its words count, parts of words do not
     * @param speaker label or role of those who must say it; of anybody by default
     * @param absent whether it is meant for calls in which none of it is said
     */
    public record Category(String name, List<String> phrases, Optional<String> speaker, boolean absent) {
        public Category {
            requireNonNull(name);
            phrases = List.copyOf(phrases);
            requireNonNull(speaker);
        }
    }

    /**
     * What an analysis came to.
     *
     * @param version of the audio whose figures they are
     */
    public record Result(int version) implements JobResult {}
}
