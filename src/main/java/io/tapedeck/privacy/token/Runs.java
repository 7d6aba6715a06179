package io.tapedeck.privacy.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the runs of a line. */
public final class Runs {
    /** Seconds that may lie between two parts of one number. */
    private static final double WINDOW = 8;
    /** Words that may stand between two parts of one number. */
    private static final int MOST_BETWEEN = 8;

    private static final Set<String> BETWEEN =
            Set.of("hang", "hold", "on", "sorry", "then", "next", "wait", "sec", "comma", "like");

    private static final Set<String> BEFORE_COUNT = Set.of("last", "first", "final", "next", "other");

    private final Line line;
    private final boolean hasLetters;
    private final Interruption interruption;

    private Runs(Line line, boolean hasLetters, Interruption interruption) {
        this.line = line;
        this.interruption = interruption;
        this.hasLetters = hasLetters;
    }

    /** Those of digits alone. */
    public static List<Run> ofDigits(Line line, Interruption interruption) {
        return new Runs(line, false, interruption).all();
    }

    /** Those of digits and letters, of which each has one of either at least. */
    public static List<Run> ofCodes(Line line, Interruption interruption) {
        return new Runs(line, true, interruption)
                .all().stream()
                        .filter(run -> run.digitCount() > 0 && !run.isDigits())
                        .toList();
    }

    /** Those of letters that are spelled one by one. */
    public static List<Run> ofLetters(Line line) {
        return new Runs(line, true, (before, after) -> false)
                .all().stream().filter(run -> run.digitCount() == 0).toList();
    }

    private List<Run> all() {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < line.size(); ) {
            if (isCount(i) || read(i, i).isNothing()) {
                i++;
            } else {
                i = add(runs, i);
            }
        }
        return List.copyOf(runs);
    }

    /** Adds the run that begins here. The place after it. */
    private int add(List<Run> runs, int start) {
        var tokens = new ArrayList<Token>();
        var characters = new StringBuilder();
        var isQuantity = false;
        var after = start;
        var i = start;
        while (i < line.size() && !isTooFar(after, i, start)) {
            var numeral = read(i, start);
            if (numeral.isNothing()) {
                if (!isBetween(line.at(i))) {
                    break;
                }
                i++;
                continue;
            }
            marksBetween(after, i, start).forEach(tokens::add);
            tokens.addAll(line.tokens().subList(i, i + numeral.tokens()));
            characters.append(numeral.characters());
            isQuantity |= numeral.isQuantity();
            i += numeral.tokens();
            after = i;
        }
        runs.add(new Run(line, tokens, characters.toString(), isQuantity));
        return after;
    }

    /** Whether it says how many digits are meant: "the last four". */
    private boolean isCount(int position) {
        return line.isAt(position, Kind.DIGIT) && line.isAt(position - 1, BEFORE_COUNT);
    }

    private Numeral read(int position, int start) {
        return hasLetters
                ? Numeral.withLetters(line, position, position > start)
                : Numeral.of(line, position, position > start);
    }

    private boolean isTooFar(int after, int position, int start) {
        return after > start
                && (position - after > MOST_BETWEEN
                        || interruption.isBetween(line.at(after - 1), line.at(position))
                        || line.at(position).start() - line.at(after - 1).end() > WINDOW);
    }

    private List<Token> marksBetween(int after, int position, int start) {
        return after == start
                ? List.of()
                : line.tokens().subList(after, position).stream()
                        .filter(token -> token.is(Kind.MARK))
                        .toList();
    }

    private static boolean isBetween(Token token) {
        return token.is(Kind.FILLER)
                || token.is(Kind.WORD) && token.isBracketed()
                || token.is(Kind.OH)
                || token.is(Kind.MARK) && !token.text().equals("at")
                || token.isOneOf(BETWEEN);
    }
}
