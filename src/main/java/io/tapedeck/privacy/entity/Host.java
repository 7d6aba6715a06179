package io.tapedeck.privacy.entity;

import io.tapedeck.privacy.lexicon.FunctionWords;
import io.tapedeck.privacy.lexicon.TopLevelDomains;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The name of a host: "harbor light dot co dot uk", "mail.example.com".
 *
 * @param from position of its first token
 * @param to position of its last
 * @param isKnown whether it ends as hosts are known to; others are hosts only behind a name and "at"
 */
record Host(Line line, int from, int to, boolean isKnown) {
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

    /**
     * Those that a voice says.
     *
     * @param isMail whether somebody has spoken of e-mail before a token, so that a host may end with any word
     */
    static List<Host> in(Line line, Predicate<Token> isMail) {
        var hosts = new ArrayList<Host>();
        for (int i = 0; i < line.size(); i++) {
            if (!mayEnd(line, i)) {
                continue;
            }
            var from = isHost(line.at(i)) ? i : start(line, i);
            var ending = ending(line, from, i, isMail);
            if (ending.to >= 0 && (from < i || isHost(line.at(i)))) {
                hosts.add(new Host(line, from, ending.to, ending.isKnown));
            }
            i = Math.max(i, ending.to);
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

    private static boolean mayEnd(Line line, int position) {
        return line.at(position).text().indexOf('.') > 0 || line.isAt(position, DOT_COM) || isDot(line, position);
    }

    /** What ends a host that has its dot, or all of it, at a place. */
    private static Ending ending(Line line, int from, int position, Predicate<Token> isMail) {
        if (isWritten(line.at(position)) || line.isAt(position, DOT_COM)) {
            return new Ending(position, true);
        }
        var isBehindAt = line.says(from - 1, "at") && isMail.test(line.at(position));
        if (!isDot(line, position)) {
            return isBehindAt && isHost(line.at(position)) ? new Ending(position, false) : Ending.NONE;
        }
        var ending = Ending.NONE;
        var next = position;
        while (isDot(line, next)) {
            var last = HostEnding.last(line, next + 1);
            var isKnown = last >= 0;
            if (!isKnown && isBehindAt && line.says(next, "dot")) {
                last = HostEnding.lastOfAny(line, next + 1);
            }
            if (last < 0) {
                break;
            }
            ending = new Ending(last, isKnown || ending.isKnown);
            next = last + 1;
        }
        return ending;
    }

    static boolean isWritten(Token token) {
        return isHost(token)
                && TopLevelDomains.contains(token.text().substring(token.text().lastIndexOf('.') + 1));
    }

    private static boolean isHost(Token token) {
        return token.text().indexOf('.') >= 0
                && token.text().length() <= LONGEST_NAME
                && WRITTEN.matcher(token.text()).matches();
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

    /**
     * The end of a host.
     *
     * @param to position of its last token; -1 for none
     */
    private record Ending(int to, boolean isKnown) {
        static final Ending NONE = new Ending(-1, false);
    }
}
