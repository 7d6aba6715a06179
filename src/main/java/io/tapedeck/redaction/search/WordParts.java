package io.tapedeck.redaction.search;

import io.tapedeck.privacy.token.Characters;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Sounds;
import io.tapedeck.privacy.token.Token;
import io.tapedeck.transcript.Placeholder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Letters and digits that stand in a row, each as a word of its own: "D1234-5" is "d", "1234" and "5".
 *
 * @param texts of the parts, in lower case
 * @param words the word that each is of
 * @param special those with digits that are an amount, or stand beside letters
 * @param possessive those that end with the "s" of a possessive
 */
record WordParts(List<String> texts, List<Integer> words, BitSet special, BitSet possessive) {
    private static final Set<String> AFTER_ORDINAL = Set.of("st", "nd", "rd", "th");
    private static final Pattern POSSESSIVE = Pattern.compile("\\p{L}'s[^\\p{L}\\p{N}]*$");

    static WordParts of(List<String> words) {
        var parts = new WordParts(new ArrayList<>(), new ArrayList<>(), new BitSet(), new BitSet());
        var plain = words.stream().map(Characters::plain).toList();
        var sounds = Sounds.of(plain);
        for (int i = 0; i < plain.size(); i++) {
            if (!sounds.get(i)) {
                parts.add(plain.get(i), i);
            }
        }
        return parts;
    }

    private void add(String word, int index) {
        if (isLowerCase(word) || Placeholder.is(word)) {
            add(word, index, false);
            return;
        }
        var lower = word.toLowerCase(Locale.ROOT);
        var text = lower.replace("'", "");
        var tokens = text.chars().anyMatch(Character::isDigit)
                ? Line.of(List.of(text)).tokens()
                : List.<Token>of();
        if (isExtended(tokens, text)) {
            add(tokens.getFirst().digits(), index, false);
            return;
        }
        var isAmount = tokens.size() == 1 && tokens.getFirst().is(Kind.AMOUNT);
        for (int from = 0; from < text.length(); ) {
            var kind = kind(text.charAt(from));
            var to = from + 1;
            while (to < text.length() && kind(text.charAt(to)) == kind) {
                to++;
            }
            if (kind != Character.OTHER_SYMBOL && !isOrdinalEnd(text, from, to)) {
                add(text.substring(from, to), index, isAmount || isGlued(text, from, to));
            }
            from = to;
        }
        if (POSSESSIVE.matcher(lower).find()) {
            possessive.set(texts.size() - 1);
        }
    }

    private void add(String text, int word, boolean isSpecial) {
        special.set(texts.size(), isSpecial);
        texts.add(text);
        words.add(word);
    }

    private static boolean isLowerCase(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    /** Whether it is one number with letters inside: "415-555-2671x123". */
    private static boolean isExtended(List<Token> tokens, String text) {
        return tokens.size() == 1
                && tokens.getFirst().is(Kind.FIGURES)
                && text.chars().anyMatch(Character::isLetter);
    }

    /** Of digits, of letters and what belongs to them, or of anything else. */
    private static int kind(char character) {
        if (character >= '0' && character <= '9') {
            return Character.DECIMAL_DIGIT_NUMBER;
        }
        var isLetter = Character.isLetter(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.isSurrogate(character);
        return isLetter ? Character.LOWERCASE_LETTER : Character.OTHER_SYMBOL;
    }

    /** Whether it is the end of "21st". */
    private static boolean isOrdinalEnd(String text, int from, int to) {
        return from > 0
                && kind(text.charAt(from - 1)) == Character.DECIMAL_DIGIT_NUMBER
                && AFTER_ORDINAL.contains(text.substring(from, to));
    }

    /** Whether letters stand right beside it. */
    private static boolean isGlued(String text, int from, int to) {
        return from > 0 && kind(text.charAt(from - 1)) != Character.OTHER_SYMBOL
                || to < text.length() && kind(text.charAt(to)) != Character.OTHER_SYMBOL;
    }
}
