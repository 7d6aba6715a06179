package io.tapedeck.redaction.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Some words of a text.
 *
 * @param from the first
 * @param to after the last
 */
record Stretch(SpokenText text, int from, int to) {
    int firstSymbol() {
        return text.offset(from);
    }

    int endSymbol() {
        return text.offset(to);
    }

    String symbols() {
        return text.symbols().substring(firstSymbol(), endSymbol());
    }

    /** Whether nothing but fillers and marks lies between it and another after it. */
    boolean continues(Stretch next) {
        return text == next.text && endSymbol() == next.firstSymbol() && to <= next.from;
    }

    /** Both, and what lies between. */
    Stretch to(Stretch next) {
        return new Stretch(text, from, next.to);
    }

    /** What each word says, without those that say nothing. */
    List<String> words() {
        return IntStream.range(from, to)
                .mapToObj(word -> new Stretch(text, word, word + 1).symbols())
                .filter(symbols -> !symbols.isEmpty())
                .toList();
    }

    /** What is a possessive of something, without that. */
    List<String> owners() {
        return IntStream.range(from, to)
                .map(word -> text.offset(word + 1) - 1)
                .filter(last -> last >= firstSymbol() && !text.isEdge(last) && text.isEnd(last))
                .mapToObj(last -> text.symbols().substring(text.offset(text.firstWord(last)), last))
                .toList();
    }
}
