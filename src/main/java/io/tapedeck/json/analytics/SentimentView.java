package io.tapedeck.json.analytics;

import io.tapedeck.analytics.words.Mood;
import java.util.List;

/** How what is said feels; in a quarter of the call in which nothing is said that is 0. */
public record SentimentView(double overall, Mood.Label label, List<Double> trend) {
    static SentimentView of(Mood mood) {
        return new SentimentView(Rounded.of(mood.overall()), mood.label(), trend(mood));
    }

    static List<Double> trend(Mood mood) {
        return mood.quarters().stream()
                .map(quarter -> Rounded.of(quarter.orElse(0)))
                .toList();
    }
}
