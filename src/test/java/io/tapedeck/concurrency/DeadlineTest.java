package io.tapedeck.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @Test
    void whoHasTimeWaitsAsLongAsItLikes() {
        assertThat(left(Duration.ofMinutes(15)).within(PATIENCE)).isEqualTo(PATIENCE);
        assertThat(Deadline.NONE.within(PATIENCE)).isEqualTo(PATIENCE);
    }

    @Test
    void whoHasLessKeepsSomeToAnswerIn() {
        assertThat(left(Duration.ofSeconds(10)).within(PATIENCE)).isEqualTo(Duration.ofMillis(8500));
    }

    @Test
    void whoHasNoneDoesNotWait() {
        assertThat(left(Duration.ofSeconds(1)).within(PATIENCE)).isZero();
        assertThat(left(Duration.ZERO).within(PATIENCE)).isZero();
    }

    private static Deadline left(Duration left) {
        return () -> Optional.of(left);
    }
}
