package io.tapedeck.analytics.words;

import io.tapedeck.analytics.speech.Quantile;
import io.tapedeck.analytics.speech.Span;
import io.tapedeck.analytics.speech.SpeakingClock;
import io.tapedeck.transcript.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How slow and how fast one speaks at times, in words per minute. All of one's own speaking time is laid end to end and cut into
 * windows of 30 s; a rest of 15 s or more is one, too. A word counts where it begins.
 *
 * @param p10 of the windows
 * @param p90 of the windows
 */
public record Pace(double p10, double p90) {
    private static final long WINDOW = 30_000;
    private static final long LEAST = WINDOW / 2;
    private static final double MINUTE = 60_000;
    private static final double SLOW = 0.1;
    private static final double FAST = 0.9;

    /** Empty of one who speaks less than 15 s. */
    static Optional<Pace> of(List<Word> words, SpeakingClock clock) {
        var rest = clock.total() % WINDOW;
        var windows = (int) (clock.total() / WINDOW) + (rest >= LEAST ? 1 : 0);
        if (windows == 0) {
            return Optional.empty();
        }
        var counts = new int[windows];
        words.stream()
                .mapToLong(word -> clock.at(Span.milliseconds(word.start())) / WINDOW)
                .filter(window -> window < windows)
                .forEach(window -> counts[(int) window]++);
        var rates = new double[windows];
        Arrays.setAll(rates, i -> counts[i] * MINUTE / Math.min(WINDOW, clock.total() - i * WINDOW));
        Arrays.sort(rates);
        return Optional.of(new Pace(Quantile.of(rates, SLOW), Quantile.of(rates, FAST)));
    }
}
