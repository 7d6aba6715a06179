package io.tapedeck.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Whose doubles are 0. */
    private final RetrySchedule schedule = new RetrySchedule(() -> 0);

    @ParameterizedTest
    @CsvSource({"1,PT5S", "2,PT5M", "3,PT30M", "4,PT2H", "5,PT5H", "6,PT10H", "7,PT14H", "8,PT20H", "9,PT24H"})
    void waitsLongerEachTime(int made, Duration wait) {
        assertThat(schedule.next(made, NOW, Optional.empty())).contains(NOW.plus(wait));
    }

    @Test
    void endsAfterTheTenth() {
        assertThat(schedule.next(10, NOW, Optional.of(Duration.ofSeconds(1)))).isEmpty();
    }

    @Test
    void spreadsByATenthAtMost() {
        RandomGenerator highest = () -> -1L;
        assertThat(new RetrySchedule(highest).next(4, NOW, Optional.empty()).orElseThrow())
                .isBetween(NOW.plus(Duration.ofMinutes(131)), NOW.plus(Duration.ofMinutes(132)));
    }

    @Test
    void waitsAsLongAsAsked() {
        assertThat(schedule.next(1, NOW, Optional.of(Duration.ofMinutes(2)))).contains(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void comesNoSoonerThanPlannedWhenAskedTo() {
        assertThat(schedule.next(2, NOW, Optional.of(Duration.ofSeconds(1)))).contains(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void waitsADayAtMost() {
        assertThat(schedule.next(1, NOW, Optional.of(Duration.ofDays(400)))).contains(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void refusesWhatWasNeverTried() {
        assertThatThrownBy(() -> schedule.next(0, NOW, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }
}
