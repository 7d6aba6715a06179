package io.tapedeck.analytics.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The turns of all speakers, with back-channels told from them. A back-channel ("yeah", "right") is under 1 s of speech during
 * another's turn or at its edge, which is up to 200 ms away; that turn holds 1 s of speech or more. It is no turn of its own
 * in any figure.
 *
 * @param turns in the order of their starts, without back-channels
 * @param backChannels in the order of their starts
 */
record Floor(List<Turn> turns, List<Turn> backChannels, LatestEnds ends) {
    private static final long EDGE = 200;
    private static final long LEAST_AGE = 1000;
    private static final long LEAST_LEFT = 200;
    private static final long SOON = 2000;

    static Floor of(List<Speech> speakers) {
        var all = IntStream.range(0, speakers.size())
                .boxed()
                .flatMap(speaker -> Turn.of(speaker, speakers.get(speaker)).stream())
                .sorted(Comparator.comparingLong(Turn::start))
                .toList();
        var hosts = new LatestEnds(all.stream().filter(turn -> !turn.isShort()).toList());
        var turns = new ArrayList<Turn>();
        var backChannels = new ArrayList<Turn>();
        all.forEach(turn -> (isBackChannel(turn, hosts) ? backChannels : turns).add(turn));
        return new Floor(List.copyOf(turns), List.copyOf(backChannels), new LatestEnds(turns));
    }

    private static boolean isBackChannel(Turn turn, LatestEnds hosts) {
        return turn.isShort()
                && hosts.ofOthers(turn.speaker(), turn.end() + EDGE)
                        .filter(host -> host.end() >= turn.start() - EDGE)
                        .isPresent();
    }

    /**
     * Turns of 1 s of speech or more that begin at least 200 ms before the end of another's turn that is at least 1 s old.
     * Successful are those where the other stops within 2 s; where several are interrupted, all of them.
     */
    List<Interruption> interruptions() {
        return turns.stream()
                .filter(turn -> !turn.isShort())
                .flatMap(turn -> interruption(turn).stream())
                .toList();
    }

    private Optional<Interruption> interruption(Turn turn) {
        return ends.ofOthers(turn.speaker(), turn.start() - LEAST_AGE)
                .filter(other -> other.end() >= turn.start() + LEAST_LEFT)
                .map(other -> new Interruption(
                        turn.speaker(),
                        other.speaker(),
                        Span.seconds(turn.start()),
                        Span.seconds(Math.min(turn.end(), other.end()) - turn.start()),
                        other.end() <= turn.start() + SOON));
    }

    /** How often a turn follows one of another speaker, in the order of their starts. */
    int switches() {
        return (int) IntStream.range(1, turns.size())
                .filter(i -> turns.get(i).speaker() != turns.get(i - 1).speaker())
                .count();
    }

    /**
     * The longest stretch of one speaker's turns; it is broken where, in a gap of a turn, another speaks who takes one.
     * Back-channels do not break it, nor does one who talks without making this one pause. Empty without a turn.
     */
    Optional<Span> longestMonologue(List<Turn> own) {
        return own.stream()
                .flatMap(turn -> monologues(turn).stream())
                .max(Comparator.comparingLong(Span::length).thenComparing(Span::start, Comparator.reverseOrder()));
    }

    private List<Span> monologues(Turn turn) {
        var monologues = new ArrayList<Span>();
        var start = turn.start();
        var end = start;
        for (var span : turn.spans()) {
            if (isTaken(turn.speaker(), end, span.start())) {
                monologues.add(new Span(start, end));
                start = span.start();
            }
            end = span.end();
        }
        monologues.add(new Span(start, end));
        return monologues;
    }

    private boolean isTaken(int speaker, long gapStart, long gapEnd) {
        return gapEnd > gapStart
                && ends.ofOthers(speaker, gapEnd - 1)
                        .filter(other -> other.end() > gapStart)
                        .isPresent();
    }
}
