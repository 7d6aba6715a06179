package io.tapedeck.transcript.format;

import io.tapedeck.transcript.Spacing;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes words as a text that was made with them has them, with capitals and marks.
 *
 * @param texts the words of that text
 */
record Punctuation(List<String> texts) {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    static Punctuation of(String text) {
        return new Punctuation(text.isBlank() ? List.of() : Spacing.split(text));
    }

    /** Does nothing unless the words are those of the text, one by one. */
    void addTo(List<WhisperWord> words) {
        if (isOf(words)) {
            for (int i = 0; i < words.size(); i++) {
                words.get(i).write(texts.get(i));
            }
        }
    }

    private boolean isOf(List<WhisperWord> words) {
        if (words.size() != texts.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!bare(words.get(i).text()).equals(bare(texts.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String text) {
        return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
