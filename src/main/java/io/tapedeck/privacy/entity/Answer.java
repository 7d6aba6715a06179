package io.tapedeck.privacy.entity;

import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the value begins that a phrase speaks of: after it ("my password is …"), or in the other side's answer.
 *
 * @param position in the line
 * @param isIntroduced whether a verb or a question leads to it, so that whatever follows is the value
 * @param isReply whether the other side says it
 */
record Answer(Line line, int position, boolean isIntroduced, boolean isReply) {
    private static final Set<String> VERBS = Set.of(
            "is", "was", "are", "should", "would", "be", "says", "reads", "called", "becomes", "to", "as", "its",
            "goes", "equals");
    private static final Set<String> LEADS = Set.of(
            "its", "it", "is", "thats", "that", "would", "be", "the", "my", "i", "think", "believe", "try", "tried",
            "use", "used", "im", "with", "just", "oh", "under", "this", "should");
    private static final Set<String> QUESTIONS = Set.of(
            "what", "whats", "which", "who", "whos", "whom", "can", "could", "may", "how", "do", "your", "need", "tell",
            "give", "verify", "confirm", "enter", "say", "is", "was");
    /** Words after the phrase until the question ends: "did you try". */
    private static final int MOST_AFTER = 7;
    /** Words of a question that is no sentence: "user id please". */
    private static final int SHORT = 5;
    /** Words until the answer, fillers and what both say at once. */
    private static final int MOST_BETWEEN = 20;
    /** Seconds until the answer. */
    private static final double WINDOW = 15;

    /** What may be the one to a phrase: in the same turn, and in the next; none where it was taken out before. */
    static List<Answer> to(Cue cue, Conversation conversation) {
        var line = conversation.lineOf(cue.last());
        var within = within(cue, line);
        if (within.filter(answer -> line.isAt(answer.position, Kind.PLACEHOLDER))
                .isPresent()) {
            return List.of();
        }
        return Stream.of(within, next(cue, conversation, line))
                .flatMap(Optional::stream)
                .toList();
    }

    /** In the same turn. */
    private static Optional<Answer> within(Cue cue, Line line) {
        var after = line.skipFillers(cue.last().position() + 1);
        if (!isTurn(line, after, cue) || cue.last().endsSentence()) {
            return Optional.empty();
        }
        var value = after;
        while (isTurn(line, value, cue) && (line.isAt(value, VERBS) || line.isAt(value, Kind.FILLER))) {
            value++;
        }
        return isTurn(line, value, cue) ? Optional.of(new Answer(line, value, value > after, false)) : Optional.empty();
    }

    /** In the next turn, where this one asks. */
    private static Optional<Answer> next(Cue cue, Conversation conversation, Line line) {
        var end = endOfTurn(line, cue.last().position());
        if (end - cue.last().position() > MOST_AFTER || !isQuestion(line, cue, end)) {
            return Optional.empty();
        }
        var tokens = conversation.tokens();
        var last = Math.min(tokens.size(), line.at(end).order() + MOST_BETWEEN);
        for (int i = line.at(end).order() + 1; i < last; i++) {
            var token = tokens.get(i);
            if (token.start() - line.at(end).end() > WINDOW) {
                break;
            }
            var other = conversation.lineOf(token);
            if (!token.is(Kind.FILLER) && token.segment() != cue.last().segment()) {
                return Optional.of(new Answer(other, skipLeads(other, token.position()), true, true));
            }
        }
        return Optional.empty();
    }

    private static boolean isQuestion(Line line, Cue cue, int end) {
        if (line.at(end).raw().endsWith("?")) {
            return true;
        }
        var start = startOfTurn(line, cue.first().position());
        if (end - start < SHORT) {
            return !line.isAt(start, Set.of("i", "my", "the"));
        }
        if (end - cue.last().position() <= 1 && line.isAt(cue.first().position() - 2, Set.of("and"))) {
            return true;
        }
        return line.tokens().subList(Math.max(start, cue.first().position() - MOST_AFTER), end + 1).stream()
                .anyMatch(token -> token.isOneOf(QUESTIONS));
    }

    private static int skipLeads(Line line, int position) {
        var next = position;
        while (line.continues(next + 1)
                && (line.isAt(next, LEADS) || line.isAt(next, Kind.FILLER))
                && !line.at(next).endsSentence()) {
            next++;
        }
        return next;
    }

    private static boolean isTurn(Line line, int position, Cue cue) {
        return position < line.size()
                && line.at(position).segment() == cue.last().segment();
    }

    /** The last place of a turn; one beyond the longest question if it is not over by then. */
    private static int endOfTurn(Line line, int position) {
        var end = position;
        while (line.continues(end + 1) && end - position <= MOST_AFTER) {
            end++;
        }
        return end;
    }

    private static int startOfTurn(Line line, int position) {
        var start = position;
        while (line.continues(start) && position - start <= MOST_AFTER) {
            start--;
        }
        return start;
    }

    Token first() {
        return line.at(position);
    }
}
