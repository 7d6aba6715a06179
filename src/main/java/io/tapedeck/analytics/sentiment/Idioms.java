package io.tapedeck.analytics.sentiment;

import java.util.Map;
import java.util.stream.Stream;

/** VADER's idioms, which are worth something else than their words. */
final class Idioms {
    private static final Map<String, Double> VALENCES = Map.of(
            "the shit", 3.0,
            "the bomb", 3.0,
            "bad ass", 1.5,
            "yeah right", -2.0,
            "cut the mustard", 2.0,
            "kiss of death", -1.5,
            "hand to mouth", -2.0);

    private Idioms() {}

    /** Of the idiom that a word belongs to, or else the valence that it has. */
    static double of(SentenceWords words, int at, double valence) {
        var before = Stream.of(
                        words.lower(at - 1, at),
                        words.lower(at - 2, at),
                        words.lower(at - 2, at - 1),
                        words.lower(at - 3, at - 1),
                        words.lower(at - 3, at - 2))
                .filter(VALENCES::containsKey)
                .findFirst();
        var after = Stream.of(words.lower(at, at + 2), words.lower(at, at + 1))
                .filter(VALENCES::containsKey)
                .findFirst();
        return after.or(() -> before).map(VALENCES::get).orElse(valence);
    }
}
