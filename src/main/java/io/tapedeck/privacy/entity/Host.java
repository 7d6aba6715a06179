package io.tapedeck.privacy.entity;

import io.tapedeck.privacy.lexicon.FunctionWords;
import io.tapedeck.privacy.lexicon.TopLevelDomains;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a host: "harbor light dot co dot uk", "mail.example.com".
 *
 * @param from position of its first token
 * @param to position of its last
 */
record Host(Line line, int from, int to) {
    /** Words that one label is said in. */
    private static final int MOST_WORDS = 3;
    /** Tokens that all of it is said in, letters and digits included. */
    private static final int LONGEST = 24;
    /** Characters of a whole name. */
    private static final int LONGEST_NAME = 253;
    /** Seconds that may lie between two of its tokens. */
    private static final double WINDOW = 8;

    private static final Set<String> DOTS = Set.of("dot", "period", "point");
    private static final Set<String> DOT_COM = Set.of("dotcom");
    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]+\\.)+([a-z]{2,})");

    /** Those that a voice says. */
    static List<Host> in(Line line) {
        var hosts = new ArrayList<Host>();
        for (int i = 0; i < line.size(); i++) {
            var end = end(line, i);
            if (end >= 0) {
                var from = isWritten(line.at(i)) ? i : start(line, i);
                if (from <= i - 1 || isWritten(line.at(i))) {
                    hosts.add(new Host(line, from, end));
                }
                i = end;
            }
        }
        return hosts;
    }

    static boolean isDot(Line line, int position) {
        return line.isAt(position, DOTS);
    }

    /** Whether a token can be part of a name and is no word. */
    static boolean isCharacters(Token token) {
        return switch (token.kind()) {
            case LETTER, SPELLED, MIXED, DIGIT, OH, TEEN, TENS, TIMES, FIGURES -> true;
            default -> false;
        };
    }

    static boolean isJoint(Token token) {
        return token.is(Kind.MARK)
                && !token.text().equals("at")
                && !token.text().contains("slash");
    }

    /** The last token of what ends a host that has its dot, or all of it, here; -1 if none does. */
    private static int end(Line line, int position) {
        if (isWritten(line.at(position)) || line.isAt(position, DOT_COM)) {
            return position;
        }
        if (!isDot(line, position) || !isTopLevel(line, position + 1)) {
            return -1;
        }
        var end = position + 1;
        while (isDot(line, end + 1) && isTopLevel(line, end + 2)) {
            end += 2;
        }
        return end;
    }

    private static boolean isTopLevel(Line line, int position) {
        return position < line.size()
                && TopLevelDomains.isSpoken(line.at(position).text());
    }

    static boolean isWritten(Token token) {
        if (token.text().indexOf('.') < 0 || token.text().length() > LONGEST_NAME) {
            return false;
        }
        var host = WRITTEN.matcher(token.text());
        return host.matches() && TopLevelDomains.contains(host.group(2));
    }

    /** The first token of the labels before a dot; the dot's own place if there are none. */
    private static int start(Line line, int dot) {
        var from = dot;
        var words = 0;
        for (int i = dot - 1; i >= 0 && dot - i <= LONGEST; i--) {
            var token = line.at(i);
            if (line.at(i + 1).start() - token.end() > WINDOW) {
                break;
            }
            if (isJoint(token)) {
                words = 0;
            } else if (isCharacters(token)) {
                from = i;
            } else if (token.is(Kind.WORD)
                    && !FunctionWords.contains(token.text())
                    && words < MOST_WORDS
                    && !(token.endsClause() && i + 1 < dot)) {
                from = i;
                words++;
            } else if (!token.is(Kind.FILLER)) {
                break;
            }
        }
        return from;
    }
}
