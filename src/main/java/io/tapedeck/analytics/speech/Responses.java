package io.tapedeck.analytics.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each takes to answer: from the end of the other's turn to the start of one's own, 0 where they overlap, hold apart.
 * The other's turn is the last to end of those that have begun before. A turn after one's own, with nothing of others since, is
 * no answer.
 *
 * @param delays of all who answer, in the order in which they begin
 */
record Responses(List<Response> delays) {
    /** One answer, so many milliseconds late. */
    record Response(int speaker, long delay) {}

    static Responses of(Floor floor, SpeakingClock hold) {
        Map<Integer, Long> ownEnds = new HashMap<>();
        var delays = new ArrayList<Response>();
        for (var turn : floor.turns()) {
            var ownEnd = ownEnds.getOrDefault(turn.speaker(), -1L);
            floor.ends()
                    .ofOthers(turn.speaker(), turn.start() - 1)
                    .filter(other -> other.end() > ownEnd)
                    .ifPresent(other -> delays.add(new Response(turn.speaker(), delay(other, turn, hold))));
            ownEnds.put(turn.speaker(), turn.end());
        }
        return new Responses(List.copyOf(delays));
    }

    private static long delay(Turn other, Turn turn, SpeakingClock hold) {
        return other.end() >= turn.start() ? 0 : turn.start() - other.end() - hold.between(other.end(), turn.start());
    }
}
