package io.tapedeck.diarization;

import io.tapedeck.audio.Range;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The diarization error rate of two speakers, without a collar: what is missed, what is made up and what is given to the wrong
 * speaker, each as a share of all that is said.
 */
record DiarizationError(double missed, double madeUp, double confused) {
    private static final int PER_SECOND = 100;

    double total() {
        return missed + madeUp + confused;
    }

    /** With the speakers matched as it fits better. */
    static DiarizationError of(List<List<Range>> truth, List<SpokenTurn> turns, double seconds) {
        var straight = of(truth, turns, seconds, 0);
        var crossed = of(truth, turns, seconds, 1);
        return straight.total() <= crossed.total() ? straight : crossed;
    }

    private static DiarizationError of(List<List<Range>> truth, List<SpokenTurn> turns, double seconds, int swap) {
        var frames = (int) (seconds * PER_SECOND);
        var speaks = new boolean[2][frames];
        var found = new boolean[2][frames];
        IntStream.range(0, 2).forEach(i -> truth.get(i).forEach(range -> mark(range, speaks[i])));
        turns.forEach(turn -> mark(turn.range(), found[turn.speaker() ^ swap]));
        var missed = 0;
        var madeUp = 0;
        var confused = 0;
        var said = 0;
        for (int i = 0; i < frames; i++) {
            var really = count(speaks[0][i]) + count(speaks[1][i]);
            var ours = count(found[0][i]) + count(found[1][i]);
            var right = count(speaks[0][i] && found[0][i]) + count(speaks[1][i] && found[1][i]);
            missed += Math.max(0, really - ours);
            madeUp += Math.max(0, ours - really);
            confused += Math.min(really, ours) - right;
            said += really;
        }
        return new DiarizationError(missed / (double) said, madeUp / (double) said, confused / (double) said);
    }

    private static void mark(Range range, boolean[] frames) {
        var end = Math.min(frames.length, (int) Math.round(range.end() * PER_SECOND));
        for (int i = (int) Math.round(range.start() * PER_SECOND); i < end; i++) {
            frames[i] = true;
        }
    }

    private static int count(boolean is) {
        return is ? 1 : 0;
    }
}
