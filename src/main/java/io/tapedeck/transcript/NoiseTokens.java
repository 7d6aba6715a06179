package io.tapedeck.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes out what recognisers write for sounds that are no words: {@code [BLANK_AUDIO]}, {@code (door closes)}, {@code <sil>}, {@code ++NOISE++}, {@code ♪}. */
public final class NoiseTokens {
    /** Words between two brackets. */
    private static final int LONGEST = 6;

    private static final Map<Character, String> CLOSINGS =
            Map.of('[', "]", '(', ")", '<', ">", '*', "*", '+', "++", '♪', "♪", '【', "】", '（', "）");

    private NoiseTokens() {}

    /** The words of a recogniser without the noise. */
    public static List<Word> without(List<Word> words) {
        var left = new ArrayList<Word>();
        for (int i = 0; i < words.size(); ) {
            var end = endOfNoise(words, i);
            if (end == i) {
                left.add(words.get(i++));
            }
            i = Math.max(i, end);
        }
        return List.copyOf(left);
    }

    /** The index after the noise that begins here; this one if none does. */
    private static int endOfNoise(List<Word> words, int start) {
        var closing = CLOSINGS.get(words.get(start).text().charAt(0));
        if (closing == null) {
            return hasLetters(words.get(start).text()) ? start : start + 1;
        }
        for (int i = start; i < Math.min(words.size(), start + LONGEST); i++) {
            var text = words.get(i).text();
            if (text.chars().anyMatch(Character::isDigit)) {
                return start;
            }
            if (bare(text).endsWith(closing) && (i > start || text.length() > closing.length())) {
                return i + 1;
            }
        }
        return hasLetters(words.get(start).text()) ? start : start + 1;
    }

    private static String bare(String text) {
        return text.replaceAll("[.,!?]+$", "");
    }

    private static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
