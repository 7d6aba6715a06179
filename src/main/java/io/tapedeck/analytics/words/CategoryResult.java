package io.tapedeck.analytics.words;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Whether a call is of a category.
 *
 * @param matched whether one of its phrases is said, or for one that is meant to be absent, none
 * @param count how often its phrases are said; those that overlap count once
 * @param matches the first thousand times, in the order of their starts
 */
public record CategoryResult(String name, boolean matched, int count, List<Match> matches) {
    public CategoryResult {
        requireNonNull(name);
        matches = List.copyOf(matches);
    }

    /**
     * A phrase that is said.
     *
     * @param phrase as it was asked for
     * @param quote as it was said
     */
    public record Match(String phrase, Quote quote) {}
}
