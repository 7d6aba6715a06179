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
    /** Words of the text that are passed over, where the text and the words part them in another way. */
    private static final int FURTHEST = 4;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    static Punctuation of(String text) {
        return new Punctuation(text.isBlank() ? List.of() : Spacing.split(text));
    }

    /** Writes those words that are found in the text, in its order; the others stay as they are. */
    void addTo(List<WhisperWord> words) {
        var bare = texts.stream().map(Punctuation::bare).toList();
        var next = 0;
        for (var word : words) {
            var found =
                    bare.subList(next, Math.min(next + FURTHEST, bare.size())).indexOf(bare(word.text()));
            if (found >= 0) {
                next += found + 1;
                word.write(texts.get(next - 1));
            }
        }
    }

    private static String bare(String text) {
        return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
