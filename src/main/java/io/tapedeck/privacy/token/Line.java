package io.tapedeck.privacy.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All that one voice says, in its order. */
public record Line(List<Token> tokens) {
    public Line {
        tokens = List.copyOf(tokens);
    }

    /** Of words as they are written, one by one, at no time in particular. */
    public static Line of(List<String> words) {
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < words.size(); i++) {
            for (var piece : Pieces.of(words.get(i))) {
                var place = tokens.size();
                tokens.add(new Token(
                        place, 0, place, 0, i, 0, 0, words.get(i), piece.text(), piece.kind(), piece.digits()));
            }
        }
        return new Line(tokens);
    }

    public int size() {
        return tokens.size();
    }

    public Token at(int position) {
        return tokens.get(position);
    }

    /** Whether there is a token at a place, and it is one of some words. */
    public boolean isAt(int position, Set<String> texts) {
        return position >= 0 && position < size() && at(position).isOneOf(texts);
    }

    /** Whether there is a token of a kind at a place. */
    public boolean isAt(int position, Kind kind) {
        return position >= 0 && position < size() && at(position).is(kind);
    }

    /** Whether a place and the one before it belong to the same turn. */
    public boolean continues(int position) {
        return position > 0
                && position < size()
                && at(position).segment() == at(position - 1).segment();
    }

    /** Whether some words stand at a place, one after another. */
    public boolean says(int position, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (position + i < 0
                    || position + i >= size()
                    || !at(position + i).text().equals(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** The first place from here on that is no filler; the end if there is none. */
    public int skipFillers(int position) {
        var next = position;
        while (next < size() && at(next).is(Kind.FILLER)) {
            next++;
        }
        return next;
    }
}
