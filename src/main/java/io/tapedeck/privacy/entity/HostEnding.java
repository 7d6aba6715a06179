package io.tapedeck.privacy.entity;

import io.tapedeck.privacy.lexicon.FunctionWords;
import io.tapedeck.privacy.lexicon.TopLevelDomains;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Token;
import java.util.Set;

/** What follows on the last dot of a host, as a word or spelled: "com", "c o m", "C-O-M". */
final class HostEnding {
    private static final int LONGEST = 10;
    private static final int SHORTEST = 2;
    /** Letters that may be the next word: "c o m i think". */
    private static final Set<String> WORDS = Set.of("a", "i");

    private HostEnding() {}

    /** The last token of one that is known and begins at a place; -1 if none does. */
    static int last(Line line, int position) {
        if (position >= line.size()) {
            return -1;
        }
        var token = line.at(position);
        if (TopLevelDomains.isSpoken(token.text())
                || token.is(Kind.SPELLED) && TopLevelDomains.contains(letters(token.text()))) {
            return position;
        }
        var to = spelled(line, position);
        while (to > position && line.isAt(to, WORDS) && !TopLevelDomains.contains(text(line, position, to))) {
            to--;
        }
        return to > position && TopLevelDomains.contains(text(line, position, to)) ? to : -1;
    }

    /** The last token of whatever may be one; -1 if nothing may. */
    static int lastOfAny(Line line, int position) {
        if (position >= line.size()) {
            return -1;
        }
        var token = line.at(position);
        var isWord = token.is(Kind.WORD) && !FunctionWords.contains(token.text());
        if (isWord && token.text().chars().allMatch(Character::isLetter) || token.is(Kind.SPELLED)) {
            return position;
        }
        var to = spelled(line, position);
        return to - position + 1 >= SHORTEST ? to : -1;
    }

    /** The last of the letters that are said one by one from a place on; the place before it if there are none. */
    private static int spelled(Line line, int position) {
        var to = position;
        while (to < line.size()
                && to - position < LONGEST
                && isLetter(line.at(to))
                && (to == position || !line.at(to - 1).endsClause())) {
            to++;
        }
        return to - 1;
    }

    private static boolean isLetter(Token token) {
        return token.is(Kind.LETTER) || token.is(Kind.OH);
    }

    private static String text(Line line, int from, int to) {
        var text = new StringBuilder();
        line.tokens()
                .subList(from, to + 1)
                .forEach(token -> text.append(token.text().charAt(0)));
        return text.toString();
    }

    private static String letters(String text) {
        return text.replace("-", "").replace(".", "");
    }
}
