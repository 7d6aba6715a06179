package io.tapedeck.privacy.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words for numbers, and what each is worth. */
final class NumberWords {
    private static final Map<String, Piece> PIECES = pieces();

    private NumberWords() {}

    /** What a word is worth; null for one that is no number. */
    static Piece of(String word) {
        return PIECES.get(word);
    }

    private static Map<String, Piece> pieces() {
        var pieces = new HashMap<String, Piece>();
        count(pieces, Kind.DIGIT, 0, 1, "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
        count(
                pieces,
                Kind.TEEN,
                10,
                1,
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen");
        count(pieces, Kind.TENS, 20, 10, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        count(
                pieces,
                Kind.ORDINAL,
                1,
                1,
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
                "fourteenth",
                "fifteenth",
                "sixteenth",
                "seventeenth",
                "eighteenth",
                "nineteenth",
                "twentieth");
        count(pieces, Kind.ORDINAL, 30, 10, "thirtieth");
        for (var zero : List.of("nought", "naught", "nil")) {
            pieces.put(zero, new Piece(zero, Kind.DIGIT, "0"));
        }
        pieces.put("fourty", new Piece("fourty", Kind.TENS, "40"));
        pieces.put("oh", new Piece("oh", Kind.OH, "0"));
        pieces.put("hundred", new Piece("hundred", Kind.HUNDRED, "00"));
        pieces.put("thousand", new Piece("thousand", Kind.SCALE, "000"));
        pieces.put("million", new Piece("million", Kind.SCALE, "000000"));
        pieces.put("double", new Piece("double", Kind.TIMES, "2"));
        pieces.put("triple", new Piece("triple", Kind.TIMES, "3"));
        pieces.put("treble", new Piece("treble", Kind.TIMES, "3"));
        return Map.copyOf(pieces);
    }

    private static void count(Map<String, Piece> pieces, Kind kind, int from, int step, String... words) {
        for (int i = 0; i < words.length; i++) {
            pieces.put(words[i], new Piece(words[i], kind, String.valueOf(from + i * step)));
        }
    }
}
