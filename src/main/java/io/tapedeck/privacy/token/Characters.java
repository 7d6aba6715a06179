package io.tapedeck.privacy.token;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads words as if each letter and digit were written in one way only: accents composed, digits of all scripts as those of ASCII,
 * nothing that cannot be seen.
 */
public final class Characters {
    private static final int ASCII = 128;
    private static final int HIGHEST_DIGIT = 9;
    private static final String APOSTROPHES = "‘’‛ʼ´′＇";
    private static final String HYPHENS = "‐‑−";
    /** Composing would make three full stops of it, and an end of a sentence. */
    private static final String ELLIPSIS = "…";

    private Characters() {}

    /** A word as recognisers read it; empty if nothing of it can be seen. */
    public static String plain(String word) {
        if (word.chars().allMatch(character -> character < ASCII)) {
            return Sounds.without(word);
        }
        var plain = Arrays.stream(seen(word).split(ELLIPSIS, -1))
                .map(part -> Normalizer.normalize(part, Normalizer.Form.NFKC))
                .collect(Collectors.joining(ELLIPSIS))
                .strip();
        return Sounds.without(plain);
    }

    private static String seen(String word) {
        var text = new StringBuilder();
        var isAfterDigit = false;
        for (var character : word.codePoints().toArray()) {
            if (isUnseen(character) || isAfterDigit && isMark(character)) {
                continue;
            }
            var digit = digit(character);
            isAfterDigit = digit >= 0;
            if (isAfterDigit) {
                text.append(digit);
            } else if (APOSTROPHES.indexOf(character) >= 0) {
                text.append('\'');
            } else if (HYPHENS.indexOf(character) >= 0) {
                text.append('-');
            } else {
                text.appendCodePoint(character);
            }
        }
        return text.toString();
    }

    /** What a digit is worth, in a circle too; -1 for all else. */
    private static int digit(int character) {
        var digit = Character.digit(character, 10);
        if (digit >= 0 || Character.getType(character) != Character.OTHER_NUMBER) {
            return digit;
        }
        var value = Character.getNumericValue(character);
        return value <= HIGHEST_DIGIT ? Math.max(value, -1) : -1;
    }

    /** Joiners, marks of direction, selectors of a look, frames around keys. */
    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.ENCLOSING_MARK -> true;
            case Character.NON_SPACING_MARK ->
                character == '\u034F'
                        || character >= 0xFE00 && character <= 0xFE0F
                        || character >= 0xE0100 && character <= 0xE01EF;
            default -> false;
        };
    }

    private static boolean isMark(int character) {
        var type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
