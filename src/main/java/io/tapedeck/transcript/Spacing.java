package io.tapedeck.transcript;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where words are parted by spaces: everywhere but within scripts that have none. */
public final class Spacing {
    private static final Pattern WHITE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    /** Below lie Latin, Greek, Cyrillic, Hebrew, Arabic and the scripts of India. */
    private static final int FIRST_UNSPACED = 0x0E00;

    private Spacing() {}

    /** The words in a row. */
    public static String join(List<Word> words) {
        var text = new StringBuilder();
        for (var word : words) {
            if (!text.isEmpty() && isSpaced(text, word.text())) {
                text.append(' ');
            }
            text.append(word.text());
        }
        return text.toString();
    }

    /** Whether a space stands between the two. */
    public static boolean isSpaced(CharSequence before, String after) {
        return !isUnspaced(Character.codePointBefore(before, before.length())) || !isUnspaced(after.codePointAt(0));
    }

    /** The words of a text; in scripts without spaces, the characters as readers see them. */
    public static List<String> split(String text) {
        var words = new ArrayList<String>();
        for (var token : WHITE.split(text.strip())) {
            if (token.chars().allMatch(character -> character < FIRST_UNSPACED)) {
                words.add(token);
            } else {
                part(token, words);
            }
        }
        return List.copyOf(words);
    }

    private static void part(String token, List<String> words) {
        var word = new StringBuilder();
        for (var clusters = CLUSTER.matcher(token); clusters.find(); ) {
            if (!word.isEmpty() && !isSpaced(word, clusters.group())) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.append(clusters.group());
        }
        words.add(word.toString());
    }

    private static boolean isUnspaced(int character) {
        return character >= FIRST_UNSPACED
                && switch (UnicodeScript.of(character)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    case COMMON -> isEastAsian(UnicodeBlock.of(character));
                    default -> false;
                };
    }

    private static boolean isEastAsian(UnicodeBlock block) {
        return block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS
                || block == UnicodeBlock.KATAKANA;
    }
}
