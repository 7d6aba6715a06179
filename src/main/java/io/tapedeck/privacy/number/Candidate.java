package io.tapedeck.privacy.number;

import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.lexicon.Calendar;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Run;
import java.util.Set;

/** A number that may be personal, and what stands around it. */
record Candidate(Conversation conversation, Run run) {
    private static final int LONGEST_QUANTITY = 8;
    private static final int WORDS_OF_ENDING = 10;
    private static final Set<String> ENDINGS = Set.of("ending", "ends", "end", "last", "final");
    private static final Set<String> BEFORE_YEARS =
            Set.of("since", "in", "of", "by", "until", "before", "after", "year", "from", "around");
    private static final Set<String> VERBS =
            Set.of("is", "its", "was", "thats", "starts", "begins", "reads", "says", "with");
    private static final Set<String> BEFORE_TIMES = Set.of("at", "until", "till");
    private static final Set<String> UNITS =
            Set.of(("dollar dollars bucks cents euros euro pounds percent points degrees miles mile feet foot"
                            + " inches inch yards meters kilometers acres ounces ounce grams kilos gallons liters years year months month weeks week days"
                            + " day hours hour minutes minute seconds times people employees units boxes pieces items copies volts watts amps gigs gigabytes"
                            + " megabytes megs am pm a.m p.m oclock business square more other others thousand million grand")
                    .split(" "));

    int length() {
        return run.length();
    }

    String characters() {
        return run.characters();
    }

    /** Whether it is said to be the end of a longer number. */
    boolean isEnding() {
        var first = run.first().order();
        return conversation.tokens().subList(Math.max(0, first - WORDS_OF_ENDING), first).stream()
                .anyMatch(token -> token.isOneOf(ENDINGS));
    }

    /** Whether a phrase leads straight to it, in the same turn or in the same word: "card is 4111", "card=4111". */
    boolean isLedToBy(Cue cue) {
        var line = run.line();
        var first = run.first();
        if (cue.last().line() != first.line()
                || cue.last().segment() != first.segment()
                || cue.last().position() >= first.position()) {
            return false;
        }
        var between = line.tokens().subList(cue.last().position() + 1, first.position());
        var isOneWord = cue.last().word() == first.word();
        return between.stream().allMatch(token -> token.isOneOf(VERBS) || token.is(Kind.FILLER))
                && (isOneWord || between.stream().anyMatch(token -> token.isOneOf(VERBS)));
    }

    /** Whether it says how much or when, by what follows it. */
    boolean isCounted() {
        var next = run.last().position() + 1;
        var isHalfOfDay = (run.line().says(next, "a", "m") || run.line().says(next, "p", "m")) && length() <= 4;
        return run.isQuantity() && length() <= LONGEST_QUANTITY
                || isHalfOfDay
                || isClock()
                || length() <= 7 && run.line().continues(next) && run.line().isAt(next, UNITS);
    }

    /** "at four thirty", "until six". */
    private boolean isClock() {
        return length() <= 4
                && run.characters().matches("(1[0-2]|[1-9])([0-5]\\d)?")
                && run.line().isAt(run.first().position() - 1, BEFORE_TIMES);
    }

    /** Whether it belongs to a date that names its month. */
    boolean isPartOfDate() {
        var before = run.first().position() - 1;
        var after = run.last().position() + 1;
        return length() <= 4 && (isDay(before) || isDay(after));
    }

    /** Whether it is a year that something else happened in. */
    boolean isYear() {
        return length() == 4
                && run.characters().matches("(19|20)\\d\\d")
                && run.line().isAt(run.first().position() - 1, BEFORE_YEARS);
    }

    private boolean isDay(int position) {
        var line = run.line();
        return position >= 0
                && position < line.size()
                && (line.at(position).is(Kind.ORDINAL)
                        || Calendar.isMonth(line.at(position).text()));
    }
}
