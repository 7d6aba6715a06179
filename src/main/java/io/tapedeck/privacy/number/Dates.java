package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cues;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.lexicon.Calendar;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds dates that name their month, where a phrase says that somebody was born then or that a card expires. */
final class Dates {
    private static final Set<String> JOINTS = Set.of("of", "the");
    private static final int MOST_AFTER = 8;

    private final Cues cues;

    Dates(Cues cues) {
        this.cues = cues;
    }

    List<Find> find(Conversation conversation) {
        var finds = new ArrayList<Find>();
        for (var line : conversation.lines()) {
            for (int i = 0; i < line.size(); i++) {
                if (Calendar.isMonth(line.at(i).text()) || isMonthByNumber(line, i)) {
                    date(line, i).ifPresent(finds::add);
                }
            }
        }
        return finds;
    }

    /** "the third of the fourth". */
    private static boolean isMonthByNumber(Line line, int position) {
        return line.isAt(position, Kind.ORDINAL)
                && line.says(position - 2, "of", "the")
                && line.isAt(position - 3, Kind.ORDINAL);
    }

    private Optional<Find> date(Line line, int month) {
        var from = start(line, month);
        var to = end(line, month);
        if (from == month && to == month) {
            return Optional.empty();
        }
        var tokens = spoken(line, from, to);
        var hasDay = tokens.stream().anyMatch(token -> token.is(Kind.ORDINAL));
        return entity(line.at(from), line.at(to))
                .filter(entity -> entity == Entity.DATE_OF_BIRTH || !hasDay)
                .map(entity -> new Find(entity, Find.STRONG, tokens));
    }

    private Optional<Entity> entity(Token first, Token last) {
        for (var cue : cues.before(first)) {
            var entity = cue.subject().entity();
            if (entity.isEmpty() || entity.get() == Entity.DATE_OF_BIRTH || entity.get() == Entity.CARD_EXPIRY) {
                return entity;
            }
        }
        return cues.after(last)
                .flatMap(cue -> cue.subject().entity())
                .filter(entity -> entity == Entity.DATE_OF_BIRTH || entity == Entity.CARD_EXPIRY);
    }

    /** "the twenty first of", "4". */
    private static int start(Line line, int month) {
        var of = line.says(month - 2, "of", "the") ? month - 2 : month - 1;
        var from = line.says(of, "of") ? of : month;
        var day = from;
        while (day > 0 && line.continues(day) && isNumber(line.at(day - 1)) && month - day < 5) {
            day--;
        }
        if (day == from) {
            return month;
        }
        return line.says(day - 1, "the") && line.continues(day) ? day - 1 : day;
    }

    /** "third nineteen eighty two", "of 2027". */
    private static int end(Line line, int month) {
        var to = month;
        for (int i = month + 1; i < line.size() && i - month <= MOST_AFTER && line.continues(i); i++) {
            if (isNumber(line.at(i))) {
                to = i;
            } else if (!line.at(i).isOneOf(JOINTS)
                    && !line.at(i).is(Kind.FILLER)
                    && !line.at(i).isBracketed()) {
                break;
            }
        }
        return to;
    }

    private static List<Token> spoken(Line line, int from, int to) {
        return line.tokens().subList(from, to + 1).stream()
                .filter(token -> !token.is(Kind.FILLER) && !token.isBracketed())
                .toList();
    }

    private static boolean isNumber(Token token) {
        return token.kind().isNumeral() || token.is(Kind.ORDINAL) || token.is(Kind.OH) || token.is(Kind.SCALE);
    }
}
