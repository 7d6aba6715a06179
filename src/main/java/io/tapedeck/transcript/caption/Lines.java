package io.tapedeck.transcript.caption;

import java.util.List;

/**
 * Lays pieces out in lines.
 *
 * @param reserved characters of the first line that a name may take
 */
record Lines(int reserved) {
    private static final int UNEVEN = 2;

    /** Characters that a piece may have. */
    int widest() {
        return Caption.WIDTH - reserved;
    }

    /** One line where that holds all, else two, parted where it reads best. */
    List<String> of(List<Piece> pieces) {
        var whole = text(pieces);
        if (whole.length() <= widest()) {
            return List.of(whole);
        }
        var best = List.of(whole);
        var least = Integer.MAX_VALUE;
        for (int i = 1; i < pieces.size(); i++) {
            var first = text(pieces.subList(0, i));
            var second = text(pieces.subList(i, pieces.size()));
            var cost = Phrases.costOfParting(pieces.get(i - 1), pieces.get(i))
                    + Math.abs(first.length() - second.length()) / UNEVEN;
            if (cost < least && first.length() <= widest() && second.length() <= Caption.WIDTH) {
                best = List.of(first, second);
                least = cost;
            }
        }
        return best;
    }

    /** How many pieces from an index on two lines hold: one at least. */
    int fitting(List<Piece> pieces, int from) {
        var line = pieces.get(from).text().length();
        var width = widest();
        var lines = 1;
        for (int i = from + 1; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var longer = line + (piece.isSpaced() ? 1 : 0) + piece.text().length();
            if (longer <= width) {
                line = longer;
            } else if (lines < Caption.HEIGHT) {
                lines++;
                width = Caption.WIDTH;
                line = piece.text().length();
            } else {
                return i - from;
            }
        }
        return pieces.size() - from;
    }

    private static String text(List<Piece> pieces) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            text.append(piece.isSpaced() && !text.isEmpty() ? " " : "").append(piece.text());
        }
        return text.toString();
    }
}
