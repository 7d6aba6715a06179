package io.tapedeck.privacy.entity;

import io.tapedeck.privacy.lexicon.FunctionWords;
import io.tapedeck.privacy.lexicon.States;
import io.tapedeck.privacy.lexicon.Streets;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Numeral;
import io.tapedeck.privacy.token.Token;
import java.util.Set;

/**
 * What follows on a street: the apartment, the city, the state and the code.
 *
 * @param isAsked whether an address was spoken of, so that a word at the end of the turn is a city
 */
record AddressEnd(Line line, boolean isCased, boolean isAsked) {
    private static final int MOST_WORDS = 4;
    private static final int LONGEST_CODE = 9;
    private static final String CODE = "\\d{5}(\\d{4})?|[A-Z]{1,2}\\d[A-Z0-9]?\\d[A-Z]{2}|[A-Z]\\d[A-Z]\\d[A-Z]\\d";
    private static final Set<String> DIRECTIONS =
            Set.of("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest");

    /** The place after an address that goes on here. */
    int after(int position) {
        var end = position;
        if (line.continues(end) && line.isAt(end, DIRECTIONS)) {
            end++;
        }
        end = code(line, unit(end));
        return city(end);
    }

    /** How many tokens the name of a state has that begins here; 0 if none does. */
    static int stateLength(Line line, int position) {
        if (position >= line.size()) {
            return 0;
        }
        var token = line.at(position);
        if (line.continues(position + 1)
                && States.isTwoWords(token.text(), line.at(position + 1).text())) {
            return 2;
        }
        var isShort = token.text().length() == 2 && token.isAllCapitals() && States.isShort(token.text());
        return States.isOneWord(token.text()) || isShort ? 1 : 0;
    }

    /** Whether a code follows on the state that begins here. */
    static boolean hasCode(Line line, int state) {
        var after = state + stateLength(line, state);
        return code(line, after) > after;
    }

    private int unit(int position) {
        var end = position;
        while (line.continues(end)
                        && line.at(end).is(Kind.WORD)
                        && Streets.isUnit(line.at(end).text())
                || line.continues(end) && line.at(end).raw().startsWith("#")) {
            end++;
            while (line.continues(end)
                    && isUnitNumber(line.at(end))
                    && !line.at(end - 1).endsClause()) {
                end++;
            }
        }
        return end;
    }

    private static boolean isUnitNumber(Token token) {
        return Host.isCharacters(token) || token.is(Kind.HUNDRED) || token.is(Kind.MIXED);
    }

    /** The place after a city and what follows on it; the same place if none does. */
    private int city(int position) {
        for (int i = position; i <= position + MOST_WORDS && isInTurn(position, i); i++) {
            var state = stateLength(line, i);
            if (state > 0) {
                return code(line, i + state);
            }
            var code = code(line, i);
            if (code > i && i > position) {
                return code;
            }
            if (!isCity(line.at(i))) {
                break;
            }
        }
        return lone(position);
    }

    /** A city without a state. */
    private int lone(int position) {
        var end = position;
        while (end < position + MOST_WORDS - 1
                && isInTurn(position, end)
                && isCity(line.at(end))
                && (!isCased || line.at(end).isCapital())
                && !(end > position && line.at(end - 1).endsSentence())) {
            end++;
        }
        var isWhole = isCased || isAsked && !line.continues(end);
        return isWhole && (position == 0 || !line.at(position - 1).endsSentence()) ? end : position;
    }

    private boolean isInTurn(int position, int i) {
        return i < line.size()
                && i > 0
                && line.at(i).segment() == line.at(position - 1).segment();
    }

    private static boolean isCity(Token token) {
        return token.is(Kind.WORD) && !FunctionWords.contains(token.text());
    }

    /** The place after a ZIP code or a postcode that begins here; the same place if none does. */
    static int code(Line line, int position) {
        var characters = new StringBuilder();
        var end = position;
        for (int i = position;
                i < line.size() && (i == position || line.continues(i)) && characters.length() <= LONGEST_CODE; ) {
            var numeral = Numeral.withLetters(line, i, true);
            if (numeral.isNothing()) {
                break;
            }
            characters.append(numeral.characters());
            i += numeral.tokens();
            end = characters.toString().matches(CODE) ? i : Math.min(end, position);
        }
        return end;
    }
}
