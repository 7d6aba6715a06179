package io.tapedeck.analytics.words;

import io.tapedeck.transcript.Spacing;
import io.tapedeck.transcript.Word;
import java.util.List;

/**
 * A sentence, or what stands for one where nobody wrote marks: what is said without a pause.
 *
 * @param words at least one, in the order of their starts
 */
record Sentence(int participant, List<Word> words, List<Token> tokens) {
    Sentence(int participant, List<Word> words) {
        this(participant, List.copyOf(words), Token.of(words));
    }

    double start() {
        return words.getFirst().start();
    }

    double end() {
        return words.stream().mapToDouble(Word::end).max().orElseThrow();
    }

    String text() {
        return Spacing.join(words);
    }

    /** What is compared at a place; empty outside of the sentence. */
    String token(int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at).text();
    }

    Quote quote() {
        return new Quote(participant, start(), end(), text());
    }
}
