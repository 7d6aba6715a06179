package io.tapedeck.analytics.words;

import io.tapedeck.analytics.speech.Span;
import io.tapedeck.analytics.speech.SpeakingClock;
import io.tapedeck.analytics.speech.Speech;
import io.tapedeck.analytics.speech.Spread;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long one waits after a question of one's own: from its end until anybody speaks, hold apart; 0 where somebody does
 * already, or where one goes on without a pause. After the last words of a call nobody waits.
 */
final class Patience {
    private final List<Span> speech;
    private final SpeakingClock hold;

    /** @param anybody when at least one speaks */
    Patience(Speech anybody, Speech hold) {
        this.speech = anybody.spans();
        this.hold = new SpeakingClock(hold);
    }

    Optional<Spread> after(List<Sentence> questions) {
        return Spread.of(questions.stream()
                .flatMapToLong(question -> waited(Span.milliseconds(question.end())).stream())
                .boxed()
                .toList());
    }

    private OptionalLong waited(long end) {
        var low = 0;
        var high = speech.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (speech.get(middle).end() <= end) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == speech.size()) {
            return OptionalLong.empty();
        }
        var next = speech.get(low).start();
        return OptionalLong.of(next <= end ? 0 : next - end - hold.between(end, next));
    }
}
