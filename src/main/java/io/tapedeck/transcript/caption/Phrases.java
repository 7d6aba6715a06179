package io.tapedeck.transcript.caption;

import java.util.Locale;
import java.util.Set;

/** How ill it reads when a line or a caption ends between two words. */
final class Phrases {
    private static final long LONG_PAUSE = 500;
    private static final long PAUSE = 200;

    private static final String SENTENCE_ENDS = ".?!…。？！؟۔।";
    private static final String CLAUSE_ENDS = ",;:،；，、：؛—–";

    /** Words that begin a phrase. */
    private static final Set<String> OPENERS = Set.of(
            "and", "but", "or", "so", "because", "that", "which", "who", "where", "when", "while", "if", "then", "than",
            "as", "for", "with", "without", "in", "on", "at", "from", "to", "by", "about", "after", "before", "until");

    /** Words that belong to the next one. */
    private static final Set<String> LEANING = Set.of(
            "a", "an", "the", "this", "these", "my", "your", "his", "her", "its", "our", "their", "of", "to", "in",
            "on", "at", "for", "from", "with", "by", "and", "but", "or", "i", "we", "he", "she", "they", "is", "are",
            "was", "were", "will", "would", "can", "could", "have", "has", "had", "i'm", "i'll", "we'll", "not", "mr",
            "mrs");

    private Phrases() {}

    /** From 0, where everybody would, to 20. */
    static int costOfParting(Piece before, Piece after) {
        if (!after.isSpaced() && !endsWith(before, SENTENCE_ENDS) && !endsWith(before, CLAUSE_ENDS)) {
            return 14;
        }
        var pause = before.pause(after);
        if (endsWith(before, SENTENCE_ENDS)) {
            return 0;
        }
        if (pause >= LONG_PAUSE) {
            return 1;
        }
        if (endsWith(before, CLAUSE_ENDS)) {
            return 2;
        }
        if (LEANING.contains(lower(before))) {
            return 20;
        }
        if (pause >= PAUSE) {
            return 4;
        }
        return OPENERS.contains(lower(after)) ? 6 : 12;
    }

    private static boolean endsWith(Piece piece, String marks) {
        return marks.indexOf(piece.text().charAt(piece.text().length() - 1)) >= 0;
    }

    private static String lower(Piece piece) {
        return piece.text().toLowerCase(Locale.ROOT);
    }
}
