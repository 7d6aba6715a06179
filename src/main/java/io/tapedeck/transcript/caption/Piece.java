package io.tapedeck.transcript.caption;

import io.tapedeck.transcript.Spacing;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is never parted: a word, or as much of a very long one as a line holds.
 *
 * @param isSpaced whether a space stands before it
 * @param start milliseconds
 * @param end milliseconds
 */
record Piece(String text, boolean isSpaced, long start, long end) {
    private static final double MILLISECONDS = 1000;
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** The pieces of what somebody says. */
    static List<Piece> of(List<Word> words, int widest) {
        var pieces = new ArrayList<Piece>(words.size());
        var before = "";
        for (var word : words) {
            var isSpaced = before.isEmpty() || Spacing.isSpaced(before, word.text());
            if (word.text().length() <= widest) {
                pieces.add(of(word, word.text(), isSpaced, 0, 1));
            } else {
                part(word, isSpaced, widest, pieces);
            }
            before = word.text();
        }
        return pieces;
    }

    /** Milliseconds of silence before another. */
    long pause(Piece next) {
        return next.start - end;
    }

    private static void part(Word word, boolean isSpaced, int widest, List<Piece> pieces) {
        var length = (double) word.text().length();
        var parts = parts(word.text(), widest);
        var from = 0;
        for (var part : parts) {
            var to = from + part.length();
            pieces.add(of(word, part, isSpaced && from == 0, from / length, to / length));
            from = to;
        }
    }

    /** Cut where readers see one character end and another begin. */
    private static List<String> parts(String text, int widest) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (var clusters = CLUSTER.matcher(text); clusters.find(); ) {
            if (!part.isEmpty() && part.length() + clusters.group().length() > widest) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(clusters.group());
        }
        parts.add(part.toString());
        return parts;
    }

    private static Piece of(Word word, String text, boolean isSpaced, double from, double to) {
        var length = word.end() - word.start();
        return new Piece(
                text,
                isSpaced,
                Math.round((word.start() + from * length) * MILLISECONDS),
                Math.round((word.start() + to * length) * MILLISECONDS));
    }
}
