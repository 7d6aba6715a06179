package io.tapedeck.analytics.speech;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds, of the turns that have begun by some time, the one that ends last, be it of a speaker or of anybody else. For each
 * turn it keeps the last to end so far and the last of another speaker than that, so that a look costs a binary search.
 */
final class LatestEnds {
    private static final Comparator<Turn> BY_END = Comparator.comparingLong(Turn::end);

    private final List<Turn> turns;
    private final Turn[] last;
    private final Turn[] lastOfAnother;

    /** @param turns in the order of their starts */
    LatestEnds(List<Turn> turns) {
        this.turns = turns;
        this.last = new Turn[turns.size() + 1];
        this.lastOfAnother = new Turn[turns.size() + 1];
        for (int i = 0; i < turns.size(); i++) {
            add(turns.get(i), i);
        }
    }

    /** Of those who have begun by then, the last to end that is not this speaker's. */
    Optional<Turn> ofOthers(int speaker, long time) {
        var begun = begun(time);
        return Optional.ofNullable(isOf(speaker, last[begun]) ? lastOfAnother[begun] : last[begun]);
    }

    private void add(Turn turn, int before) {
        var top = last[before];
        if (top == null || isOf(turn.speaker(), top)) {
            last[before + 1] = later(top, turn);
            lastOfAnother[before + 1] = lastOfAnother[before];
        } else if (turn.end() > top.end()) {
            last[before + 1] = turn;
            lastOfAnother[before + 1] = top;
        } else {
            last[before + 1] = top;
            lastOfAnother[before + 1] = later(lastOfAnother[before], turn);
        }
    }

    private int begun(long time) {
        var low = 0;
        var high = turns.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (turns.get(middle).start() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isOf(int speaker, Turn turn) {
        return turn != null && turn.speaker() == speaker;
    }

    private static Turn later(Turn known, Turn turn) {
        return Stream.of(turn, known == null ? turn : known).max(BY_END).orElseThrow();
    }
}
