package io.tapedeck.transcript;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A turn: what one voice says in one go.
 *
 * @param words at least one, in the order of their starts
 */
public record Segment(Voice voice, List<Word> words) {
    /** @throws IllegalArgumentException with what is wrong */
    public Segment {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("must have a word");
        }
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).start() < words.get(i - 1).start()) {
                throw new IllegalArgumentException("must have its words in the order of their starts");
            }
        }
    }

    /** Seconds. */
    public double start() {
        return words.getFirst().start();
    }

    /** Seconds. */
    public double end() {
        return words.stream().mapToDouble(Word::end).max().orElseThrow();
    }

    /** All words in a row. */
    public String text() {
        return Spacing.join(words);
    }

    /** The mean of the words' that have one. */
    public OptionalDouble confidence() {
        return words.stream()
                .flatMapToDouble(word -> word.confidence().stream())
                .average();
    }
}
