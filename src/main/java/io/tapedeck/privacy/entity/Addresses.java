package io.tapedeck.privacy.entity;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Cues;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.cue.Recogniser;
import io.tapedeck.privacy.lexicon.FunctionWords;
import io.tapedeck.privacy.lexicon.Streets;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds addresses: a number and a street, a post office box, and the city, state and code that belong to them or are asked for. */
public final class Addresses implements Recogniser {
    /** Words of a street's name, or of a city's. */
    private static final int MOST_WORDS = 4;
    /** Tokens of a house number. */
    private static final int LONGEST_NUMBER = 6;

    private static final Set<String> BOX = Set.of("box");
    private static final Set<String> POST = Set.of("po", "p.o", "post", "office");
    /** Words that stand between a number and what ends a street elsewhere: "a two day road trip". */
    private static final Set<String> NO_NAME =
            Set.of("day", "days", "lane", "way", "hour", "mile", "miles", "star", "foot", "wheel", "dollar");

    private final CueWords words = new CueWords();

    public Addresses() {
        words.strong(
                        Entity.ADDRESS,
                        "address|live at|lives at|living at|live on|moved to|move to|ship it to|ship to|send it to|send them to|mail it to|mail to"
                                + "|deliver to|deliver it to|located at|city|city and state|state|town|street|zip|zip code|postcode|im at|were at"
                                + "|home is at|have you at|where do you live|house number|reside at|billing address")
                .notPersonal("email address|e-mail address|ip address|i p address|web address|mac address");
    }

    @Override
    public List<Find> find(Conversation conversation) {
        var cues = Cues.of(conversation, words);
        var finds = new ArrayList<Find>();
        for (var line : conversation.lines()) {
            for (int i = 0; i < line.size(); i++) {
                var start = start(line, i, cues);
                if (start.isPresent()) {
                    var end = new AddressEnd(line, conversation.isCased(), isNear(cues, line.at(i)))
                            .after(i + extent(line, i));
                    finds.add(find(line, start.getAsInt(), end));
                    i = end - 1;
                }
            }
        }
        finds.addAll(answers(conversation, cues));
        return finds;
    }

    private static Find find(Line line, int from, int end) {
        var tokens = line.tokens().subList(from, end).stream()
                .filter(token -> !token.is(Kind.FILLER))
                .toList();
        return new Find(Entity.ADDRESS, Find.STRONG, tokens);
    }

    /** Where an address begins that has the end of its street, its box or its state here. */
    private static OptionalInt start(Line line, int position, Cues cues) {
        var token = line.at(position);
        if (token.isOneOf(BOX)) {
            return box(line, position);
        }
        if (Streets.isType(token.text())
                || Streets.mayBeType(token.text()) && (isNear(cues, token) || token.isCapital())) {
            return street(line, position);
        }
        if (AddressEnd.stateLength(line, position) == 0) {
            return OptionalInt.empty();
        }
        var city = city(line, position);
        return AddressEnd.hasCode(line, position) || isNear(cues, token) && city < position
                ? OptionalInt.of(city)
                : OptionalInt.empty();
    }

    private static int extent(Line line, int position) {
        if (line.isAt(position, BOX)) {
            var end = position + 1;
            while (line.continues(end)
                    && isNumber(line.at(end))
                    && !line.at(end - 1).endsClause()) {
                end++;
            }
            return end - position;
        }
        return Math.max(1, AddressEnd.stateLength(line, position));
    }

    /** "twelve hundred sunset boulevard". */
    private static OptionalInt street(Line line, int type) {
        var i = type - 1;
        while (line.continues(i + 1) && type - i <= MOST_WORDS && isStreetName(line.at(i))) {
            i--;
        }
        if (i == type - 1 || !line.continues(i + 1)) {
            return OptionalInt.empty();
        }
        return number(line, i);
    }

    /** The first token of a house number that ends here. */
    private static OptionalInt number(Line line, int last) {
        var i = last;
        while (i >= 0 && last - i < LONGEST_NUMBER && isNumber(line.at(i)) && (i == last || line.continues(i + 1))) {
            i--;
        }
        return i < last ? OptionalInt.of(i + 1) : OptionalInt.empty();
    }

    private static boolean isStreetName(Token token) {
        return token.is(Kind.ORDINAL)
                || token.is(Kind.LETTER)
                || token.is(Kind.WORD)
                        && !FunctionWords.contains(token.text())
                        && !token.isOneOf(NO_NAME)
                        && !token.endsSentence();
    }

    private static boolean isNumber(Token token) {
        return token.kind().isNumeral() || token.is(Kind.OH) || token.is(Kind.HUNDRED) || token.is(Kind.MIXED);
    }

    private static OptionalInt box(Line line, int box) {
        var from = box;
        while (from > 0 && (line.isAt(from - 1, POST) || line.isAt(from - 1, Set.of("p", "o")))) {
            from--;
        }
        var isNumbered = box + 1 < line.size() && isNumber(line.at(box + 1));
        return from < box && isNumbered ? OptionalInt.of(from) : OptionalInt.empty();
    }

    /** Where the city before a state begins; the state's own place if none is named. */
    private static int city(Line line, int state) {
        var i = state;
        while (line.continues(i) && state - i < MOST_WORDS - 1 && isCity(line.at(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isCity(Token token) {
        return token.is(Kind.WORD)
                && !FunctionWords.contains(token.text())
                && !token.endsSentence()
                && !Streets.isType(token.text());
    }

    private static boolean isNear(Cues cues, Token token) {
        return cues.before(token).stream()
                .findFirst()
                .filter(cue -> cue.subject().isPersonal())
                .isPresent();
    }

    /** Cities that are asked for, and houses with a number in a street of whatever name. */
    private static List<Find> answers(Conversation conversation, Cues cues) {
        var finds = new ArrayList<Find>();
        for (var cue : cues.all()) {
            if (cue.subject().isPersonal()) {
                Answer.to(cue, conversation).stream()
                        .filter(Answer::isIntroduced)
                        .map(answer -> named(conversation, cue.last().text(), answer))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(finds::add);
            }
        }
        return finds;
    }

    private static Optional<Find> named(Conversation conversation, String asked, Answer answer) {
        var line = answer.line();
        var i = answer.position();
        if (Set.of("city", "town").contains(asked) || asked.equals("state")) {
            var end = i;
            while (end < line.size()
                    && end - i < MOST_WORDS - 1
                    && isCity(line.at(end))
                    && (end == i || line.continues(end))) {
                end++;
            }
            return end == i
                    ? Optional.empty()
                    : Optional.of(find(line, i, new AddressEnd(line, conversation.isCased(), true).after(end)));
        }
        return Optional.empty();
    }
}
