package io.tapedeck.analytics.words;

import io.tapedeck.analytics.sentiment.Vader;
import io.tapedeck.analytics.words.Mood.Label;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Puts the scores of sentences together. */
final class Moods {
    private static final int QUARTERS = 4;
    private static final double LEAST = 0.05;
    private static final int THIRDS = 3;

    private final double duration;

    /** @param duration of the call, seconds */
    Moods(double duration) {
        this.duration = duration;
    }

    /** A sentence with its score from -1 to 1. */
    record Scored(Sentence sentence, double score) {
        static Scored byLexicon(Sentence sentence) {
            return new Scored(sentence, Vader.score(sentence.text()));
        }

        int weight() {
            return sentence.words().size();
        }
    }

    /** Empty of no sentence at all. */
    Optional<Mood> of(List<Scored> sentences) {
        var overall = mean(sentences);
        return overall.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Mood(overall.getAsDouble(), label(sentences, overall.getAsDouble()), quarters(sentences)));
    }

    /**
     * Positive from 0.05, negative up to -0.05, as VADER has it, else neutral; mixed where of the sentences that are one or the
     * other, a third or more are each.
     */
    private static Label label(List<Scored> sentences, double overall) {
        var good = sentences.stream().filter(each -> each.score() >= LEAST).count();
        var bad = sentences.stream().filter(each -> each.score() <= -LEAST).count();
        if (good > 0 && bad > 0 && THIRDS * Math.min(good, bad) >= good + bad) {
            return Label.MIXED;
        } else if (overall >= LEAST) {
            return Label.POSITIVE;
        }
        return overall <= -LEAST ? Label.NEGATIVE : Label.NEUTRAL;
    }

    private List<OptionalDouble> quarters(List<Scored> sentences) {
        return IntStream.range(0, QUARTERS)
                .mapToObj(quarter -> mean(sentences.stream()
                        .filter(each -> quarter(each.sentence().start()) == quarter)
                        .toList()))
                .toList();
    }

    private int quarter(double time) {
        return Math.clamp((int) (QUARTERS * time / duration), 0, QUARTERS - 1);
    }

    private static OptionalDouble mean(List<Scored> sentences) {
        var words = sentences.stream().mapToInt(Scored::weight).sum();
        var sum = sentences.stream()
                .mapToDouble(each -> each.weight() * each.score())
                .sum();
        return words == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / words);
    }
}
