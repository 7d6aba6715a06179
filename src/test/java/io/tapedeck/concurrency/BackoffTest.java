package io.tapedeck.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void whoHasNoPatienceDoesNotWait() {
        assertThat(new Backoff(Duration.ZERO).pause()).isFalse();
    }

    @Test
    void theTriesEndBeforeThePatienceDoes() {
        var patience = Duration.ofMillis(600);
        var begin = System.nanoTime();
        var backoff = new Backoff(patience);
        var pauses = 0;

        while (backoff.pause()) {
            pauses++;
        }

        assertThat(pauses).isPositive();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(patience.multipliedBy(5));
    }

    @Test
    void whoIsInterruptedStopsAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new Backoff(Duration.ofHours(1)).pause()).isInstanceOf(ProblemException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
