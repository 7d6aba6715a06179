package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Voice;
import java.util.Optional;
import java.util.OptionalDouble;

/** A word while its properties are being read, which come in any order. */
final class TimedText {
    /** What sums of floating point numbers make of 1. */
    private static final double ROUNDED_UP = 1.001;

    private final Place place;
    private Optional<String> text = Optional.empty();
    private OptionalDouble start = OptionalDouble.empty();
    private OptionalDouble end = OptionalDouble.empty();
    private OptionalDouble confidence = OptionalDouble.empty();

    TimedText(Place place) {
        this.place = place;
    }

    void text(JsonSource source) {
        text = Optional.of(source.text());
    }

    void text(String other) {
        text = Optional.of(other);
    }

    void start(JsonSource source) {
        start = OptionalDouble.of(source.number());
    }

    void end(JsonSource source) {
        end = OptionalDouble.of(source.number());
    }

    void confidence(JsonSource source) {
        var number = source.number();
        confidence = OptionalDouble.of(number > 1 && number < ROUNDED_UP ? 1 : number);
    }

    /**
     * Adds the word to those of a recording.
     *
     * @throws ProblemException invalid-request if it cannot have been said there
     */
    void addTo(HeardWords words, Voice voice) {
        DocumentErrors.check(place, () -> words.add(voice, text(), start(), end(), confidence));
    }

    /** Adds the word to those of an engine, wherever it says that it was. */
    void addTo(EngineWords words) {
        DocumentErrors.check(place, () -> words.add(text(), start(), end(), confidence()));
    }

    boolean isTimed() {
        return start.isPresent() && end.isPresent();
    }

    /** From 0 to 1; no number where nobody said. */
    double confidence() {
        return confidence.orElse(Double.NaN);
    }

    boolean hasText() {
        return text.isPresent();
    }

    String text() {
        return text.orElseThrow(() -> new IllegalArgumentException("must have a text"));
    }

    double start() {
        return start.orElseThrow(() -> new IllegalArgumentException("must have a start in seconds"));
    }

    double end() {
        return end.orElseThrow(() -> new IllegalArgumentException("must have an end in seconds"));
    }
}
