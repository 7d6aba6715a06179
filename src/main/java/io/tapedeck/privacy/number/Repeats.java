package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.token.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers that were found a moment ago, which somebody reads back or goes on with. */
final class Repeats {
    /** Words after a number in which it may be said again. */
    private static final int WORDS = 60;
    /** Numbers that may be said again. */
    private static final int MOST = 4;
    /** The same of two digits, which only the other side repeats. */
    private static final int WORDS_SHORT = 8;
    /** Words between two parts of one number. */
    private static final int WORDS_BETWEEN = 4;
    /** Digits of all of it. */
    private static final Map<Entity, Integer> WHOLE = Map.of(Entity.CREDIT_CARD, 15, Entity.PHONE, 10, Entity.SSN, 9);
    /** Words between an attempt and the next one: "wait no sorry let me start over it's". */
    private static final int WORDS_OF_RESTART = 12;

    private static final Set<String> RESTARTS =
            Set.of("sorry", "wait", "no", "again", "over", "actually", "oops", "scratch", "restart", "wrong");

    /** Digits of the shortest part that others follow on. */
    private static final int SHORTEST_GROUP = 3;
    /** Digits of the shortest part that is taken for a repetition. */
    private static final int SHORTEST = 2;

    private final Deque<Earlier> earlier = new ArrayDeque<>();

    void add(Find find, Run run) {
        earlier.addFirst(new Earlier(find, run));
        if (earlier.size() > MOST) {
            earlier.removeLast();
        }
    }

    /** What a number is that repeats an earlier one, or a part of it. */
    Optional<Find> of(Run run) {
        return earlier.stream()
                .filter(each -> each.isRepeatedBy(run) || each.goesOnWith(run))
                .findFirst()
                .map(each -> new Find(each.find.entity(), Find.REPEATED, run.tokens()));
    }

    /** The same where it is a group of digits of its own, on which more may follow. */
    Optional<Find> goingOn(Run run) {
        return earlier.stream()
                .filter(each -> each.goesOnWith(run) && run.length() >= SHORTEST_GROUP)
                .findFirst()
                .map(each -> new Find(each.find.entity(), Find.REPEATED, run.tokens()));
    }

    private record Earlier(Find find, Run run) {
        /** Whether it lacks digits, and the same voice goes on a few words later. */
        boolean goesOnWith(Run other) {
            return other.isDigits()
                    && other.length() >= SHORTEST
                    && other.first().line() == run.first().line()
                    && isNear(other)
                    && run.length() < WHOLE.getOrDefault(find.entity(), 0);
        }

        private boolean isNear(Run other) {
            var from = run.last().position() + 1;
            var to = other.first().position();
            return to - from < WORDS_BETWEEN
                    || other.length() >= SHORTEST_GROUP
                            && to - from <= WORDS_OF_RESTART
                            && run.line().tokens().subList(from, to).stream()
                                    .anyMatch(token -> token.isOneOf(RESTARTS));
        }

        boolean isRepeatedBy(Run other) {
            var said = other.characters();
            var isShort = said.length() <= SHORTEST;
            if (isShort
                    && (other.first().line() == run.first().line()
                            || other.first().order() - run.last().order() > WORDS_SHORT)) {
                return false;
            }
            return said.length() >= SHORTEST
                    && other.first().order() - run.first().order()
                            <= WORDS + run.tokens().size()
                    && (run.characters().contains(said) || said.length() >= 4 && said.contains(run.characters()));
        }
    }
}
