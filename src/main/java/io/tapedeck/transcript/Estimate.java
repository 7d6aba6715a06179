package io.tapedeck.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Guesses when each word of a text was said, of which only the beginning and the end are known: longer ones take longer. */
public final class Estimate {
    private Estimate() {}

    /**
     * The words of a text; none if there are none in it.
     *
     * @param start seconds
     * @param end seconds, not before the start
     * @throws IllegalArgumentException with what is wrong
     */
    public static List<Word> words(String text, double start, double end) {
        var texts = text.isBlank() ? List.<String>of() : Spacing.split(text);
        var whole = texts.stream().mapToInt(Estimate::weight).sum();
        var words = new ArrayList<Word>(texts.size());
        var before = 0;
        for (var each : texts) {
            var from = start + (end - start) * before / whole;
            before += weight(each);
            words.add(new Word(each, from, start + (end - start) * before / whole, OptionalDouble.empty()));
        }
        return List.copyOf(words);
    }

    private static int weight(String text) {
        return text.length() + 1;
    }
}
