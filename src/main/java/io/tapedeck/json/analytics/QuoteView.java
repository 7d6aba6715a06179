package io.tapedeck.json.analytics;

import io.tapedeck.analytics.Participant;
import io.tapedeck.analytics.words.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something that was said, by whom and when. */
public record QuoteView(
        Optional<String> speaker,
        Optional<String> role,
        Optional<Integer> channel,
        double start,
        double end,
        String text) {
    static QuoteView of(Quote quote, List<Participant> who) {
        var participant = who.get(quote.participant());
        return new QuoteView(
                participant.voice().speaker(),
                participant.role(),
                CallAnalyticsView.channel(participant),
                Rounded.of(quote.start()),
                Rounded.of(quote.end()),
                quote.text());
    }

    static List<QuoteView> of(List<Quote> quotes, List<Participant> who) {
        return quotes.stream().map(quote -> of(quote, who)).toList();
    }

    static List<String> texts(List<Quote> quotes) {
        return quotes.stream().map(Quote::text).toList();
    }

    static String text(List<Quote> quotes) {
        return quotes.stream().map(Quote::text).collect(Collectors.joining(" "));
    }
}
