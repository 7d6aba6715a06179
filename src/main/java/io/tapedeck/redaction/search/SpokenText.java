package io.tapedeck.redaction.search;

import io.tapedeck.privacy.token.Line;
import java.util.BitSet;
import java.util.List;

/**
 * What is said, without how it is written: "forty-one eleven", "four one, um, one one" and "4111" are the same characters, and so
 * are "john dot smith" and "J-O-H-N Smith". Fillers and marks are left out.
 */
final class SpokenText {
    /** Stands where nothing goes on. */
    static final char BREAK = '\n';

    private final String symbols;
    private final int[] first;
    private final int[] last;
    private final boolean[] starts;
    private final boolean[] plain;
    private final BitSet stems;
    private final int[] offsets;

    /**
     * @param symbols digits, letters in lower case and breaks
     * @param first by symbol: the first word that says it
     * @param last by symbol: the last one
     * @param starts by symbol: whether a word, or a part of one, begins there
     * @param plain by symbol: whether it is no digit of an amount, a time of day or a word with letters
     * @param stems symbols that only make a word a possessive
     * @param offsets by word: where its symbols begin; at the end, how many there are
     */
    SpokenText(
            String symbols, int[] first, int[] last, boolean[] starts, boolean[] plain, BitSet stems, int[] offsets) {
        this.symbols = symbols;
        this.first = first;
        this.last = last;
        this.starts = starts;
        this.plain = plain;
        this.stems = stems;
        this.offsets = offsets;
    }

    /** Of words in a row; a placeholder among them is a break. */
    static SpokenText of(List<String> words) {
        var parts = WordParts.of(words);
        return new SpokenTextBuilder(parts, Line.of(parts.texts()), words.size()).text();
    }

    String symbols() {
        return symbols;
    }

    int length() {
        return symbols.length();
    }

    int firstWord(int symbol) {
        return first[symbol];
    }

    int lastWord(int symbol) {
        return last[symbol];
    }

    /** Where the symbols of a word begin; of the one after the last, where they end. */
    int offset(int word) {
        return offsets[word];
    }

    boolean isDigit(int symbol) {
        return symbols.charAt(symbol) >= '0' && symbols.charAt(symbol) <= '9';
    }

    /** Whether a word, or a part of one, begins here or the text ends. */
    boolean isEdge(int symbol) {
        return symbol == length() || starts[symbol] || symbols.charAt(symbol) == BREAK;
    }

    /** Whether a word, or a part of one, ends before a symbol, or only the "s" of a possessive follows. */
    boolean isEnd(int symbol) {
        return isEdge(symbol) || stems.get(symbol);
    }

    /** Whether what stands here is a number as people say one. */
    boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!plain[i]) {
                return false;
            }
        }
        return true;
    }
}
