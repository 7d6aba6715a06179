package io.tapedeck.json.analytics;

import io.tapedeck.analytics.Participant;
import io.tapedeck.analytics.words.CategoryResult;
import java.util.List;
import java.util.Optional;

/** Whether a call is of a category, and where that shows. */
public record CategoryView(String name, boolean matched, int count, List<MatchView> matches) {
    static CategoryView of(CategoryResult result, List<Participant> who) {
        return new CategoryView(
                result.name(),
                result.matched(),
                result.count(),
                result.matches().stream().map(match -> MatchView.of(match, who)).toList());
    }

    /** A phrase that was said. */
    public record MatchView(
            String phrase,
            Optional<String> speaker,
            Optional<String> role,
            Optional<Integer> channel,
            double start,
            double end,
            String text) {
        static MatchView of(CategoryResult.Match match, List<Participant> who) {
            var quote = QuoteView.of(match.quote(), who);
            return new MatchView(
                    match.phrase(),
                    quote.speaker(),
                    quote.role(),
                    quote.channel(),
                    quote.start(),
                    quote.end(),
                    quote.text());
        }
    }
}
