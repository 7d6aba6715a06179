package io.tapedeck.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sides measured in turn, round by round, so that whatever else the machine does disturbs all of them alike. */
public final class Duel {
    private static final int FEWEST_ROUNDS = 21;
    private static final int FEWEST_LONG_ROUNDS = 5;

    private final int warmUp;
    private final int rounds;

    /** @param warmUp rounds before those that count */
    public Duel(int warmUp, int rounds) {
        this(warmUp, rounds, FEWEST_ROUNDS);
    }

    private Duel(int warmUp, int rounds, int fewest) {
        if (rounds < fewest) {
            throw new IllegalArgumentException("A median wants " + fewest + " rounds at least.");
        }
        this.warmUp = warmUp;
        this.rounds = rounds;
    }

    /** Of rounds that take many seconds a side, which evens out by itself what else the machine does; without warming up. */
    public static Duel ofLongRounds(int rounds) {
        return new Duel(0, rounds, FEWEST_LONG_ROUNDS);
    }

    /** Runs all rounds of our side and its peers. */
    public Outcome of(Side ours, Side... peers) throws Exception {
        var sides = new ArrayList<>(List.of(ours));
        sides.addAll(Arrays.asList(peers));
        var figures = new double[rounds][sides.size()][];
        for (int round = -warmUp; round < rounds; round++) {
            for (int side = 0; side < sides.size(); side++) {
                figures[Math.max(round, 0)][side] = sides.get(side).round().figures();
            }
        }
        return new Outcome(sides.stream().map(Side::name).toList(), figures);
    }

    /**
     * What came of it.
     *
     * @param sides by name, ours first
     * @param figures by round, side and measure
     */
    public record Outcome(List<String> sides, double[][][] figures) {
        /** The rows of a measure, one for each peer. */
        public List<Row> rows(String name, String unit, int measure) {
            return sides.stream()
                    .skip(1)
                    .map(peer -> row(name, unit, measure, peer))
                    .toList();
        }

        /** The row of a measure against one peer. */
        public Row row(String name, String unit, int measure, String peer) {
            var theirs = median(sides.indexOf(peer), measure);
            return new Row(name, unit, median(0, measure), peer, theirs, figures.length, "");
        }

        private double median(int side, int measure) {
            return Arrays.stream(figures)
                    .mapToDouble(round -> round[side][measure])
                    .sorted()
                    .toArray()[figures.length / 2];
        }
    }
}
