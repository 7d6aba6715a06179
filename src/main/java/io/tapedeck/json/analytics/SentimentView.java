package io.tapedeck.json.analytics;

import io.tapedeck.analytics.words.Mood;
import java.util.List;
import java.util.Optional;

/** How what is said feels; in a quarter of the call in which nothing is said the trend has null. */
public record SentimentView(double overall, Mood.Label label, List<Optional<Double>> trend) {
    static SentimentView of(Mood mood) {
        return new SentimentView(Rounded.of(mood.overall()), mood.label(), trend(mood));
    }

    static List<Optional<Double>> trend(Mood mood) {
        return mood.quarters().stream().map(Rounded::of).toList();
    }
}
