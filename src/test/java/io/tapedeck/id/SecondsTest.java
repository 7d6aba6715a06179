package io.tapedeck.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SecondsTest {
    @Test
    void nowIsTheSecondThatHasBegun() {
        var late = Clock.fixed(Instant.parse("2027-01-15T08:00:00.999999999Z"), ZoneOffset.UTC);

        assertThat(Seconds.now(late)).isEqualTo(Instant.parse("2027-01-15T08:00:00Z"));
    }

    @Test
    void theLastSecondIsThatOfTheContract() {
        assertThat(Seconds.LAST.getEpochSecond()).isEqualTo(253_402_300_799L);
    }
}
