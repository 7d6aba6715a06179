package io.tapedeck.analytics.words;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The figures of a call that need its words. What only makes sense in English is empty in other languages.
 *
 * @param speakers in the order in which they were given
 * @param sentiment of all that is said
 * @param keywords the best first
 * @param categories in the order in which they were asked for
 * @param summary up to five sentences, in the order of their times; empty where none was asked for, too
 * @param actionItems what somebody says will be done, in the order of their times
 */
public record Wording(
        List<SpokenWords> speakers,
        Optional<Mood> sentiment,
        Optional<List<Keyword>> keywords,
        List<CategoryResult> categories,
        Optional<List<Quote>> summary,
        Optional<List<Quote>> actionItems) {
    public Wording {
        speakers = List.copyOf(speakers);
        requireNonNull(sentiment);
        keywords = keywords.map(List::copyOf);
        categories = List.copyOf(categories);
        summary = summary.map(List::copyOf);
        actionItems = actionItems.map(List::copyOf);
    }
}
