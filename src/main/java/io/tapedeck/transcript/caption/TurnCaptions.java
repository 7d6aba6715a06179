package io.tapedeck.transcript.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts what somebody says in one go into captions, where that reads best as a whole. */
final class TurnCaptions {
    private static final int EACH = 10;
    private static final int TOO_SHORT = 60;
    private static final long LONG_PAUSE = 700;
    private static final int PAUSE_WITHIN = 4;

    private final List<Piece> pieces;
    private final Lines lines;
    private final int[] cost;
    private final int[] next;

    TurnCaptions(List<Piece> pieces, Lines lines) {
        this.pieces = pieces;
        this.lines = lines;
        this.cost = new int[pieces.size() + 1];
        this.next = new int[pieces.size() + 1];
    }

    /** As long as their words take. */
    List<Caption> of(Optional<String> speaker) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            findNext(i);
        }
        var captions = new ArrayList<Caption>();
        for (int i = 0; i < pieces.size(); i = next[i]) {
            var shown = pieces.subList(i, next[i]);
            captions.add(new Caption(shown.getFirst().start(), shown.getLast().end(), speaker, lines.of(shown)));
        }
        return captions;
    }

    /** Where the caption that begins here ends best, given that all after it are as good as can be. */
    private void findNext(int from) {
        cost[from] = Integer.MAX_VALUE;
        var last = from + lines.fitting(pieces, from);
        var pauses = 0;
        for (int to = from + 1; to <= last; to++) {
            var length = pieces.get(to - 1).end() - pieces.get(from).start();
            if (length > Caption.LONGEST && to > from + 1) {
                return;
            }
            pauses += to > from + 1 && pieces.get(to - 2).pause(pieces.get(to - 1)) > LONG_PAUSE ? PAUSE_WITHIN : 0;
            var total = cost[to] + EACH + pauses + costOfEnd(to) + costOfLength(from, to, length);
            if (total < cost[from]) {
                cost[from] = total;
                next[from] = to;
            }
        }
    }

    private int costOfEnd(int to) {
        return to == pieces.size() ? 0 : Phrases.costOfParting(pieces.get(to - 1), pieces.get(to));
    }

    /** One that is short may stay on until the next begins. */
    private int costOfLength(int from, int to, long length) {
        var available = to == pieces.size()
                ? Caption.SHORTEST
                : pieces.get(to).start() - pieces.get(from).start();
        var missing = Math.max(0, Caption.SHORTEST - Math.max(length, available));
        return missing == 0 ? 0 : TOO_SHORT + (int) missing / TOO_SHORT;
    }
}
