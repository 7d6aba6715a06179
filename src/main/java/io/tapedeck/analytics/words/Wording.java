package io.tapedeck.analytics.words;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The figures of a call that need its words. What only makes sense in English is empty in other languages, but for what an engine
 * outside says.
 *
 * @param speakers in the order in which they were given
 * @param sentiment of all that is said
 * @param sentimentFrom what tells that of a sentence
 * @param keywords the best first
 * @param categories in the order in which they were asked for
 * @param summary up to five sentences, in the order of their times; empty where none was asked for, too
 * @param actionItems what somebody says will be done, in the order of their times
 * @param digestFrom what says the summary and the action items: either sentences of the call, or such as point at some of them
 */
public record Wording(
        List<SpokenWords> speakers,
        Optional<Mood> sentiment,
        Provenance<MoodSource> sentimentFrom,
        Optional<List<Keyword>> keywords,
        List<CategoryResult> categories,
        Optional<List<Quote>> summary,
        Optional<List<Quote>> actionItems,
        Provenance<DigestSource> digestFrom) {
    public Wording {
        speakers = List.copyOf(speakers);
        requireNonNull(sentiment);
        requireNonNull(sentimentFrom);
        keywords = keywords.map(List::copyOf);
        categories = List.copyOf(categories);
        summary = summary.map(List::copyOf);
        actionItems = actionItems.map(List::copyOf);
        requireNonNull(digestFrom);
    }
}
