package io.tapedeck.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static final Instant NOON = Instant.ofEpochSecond(4_102_488_000L);

    @Test
    void fiveWrongOnesAreAllowedAndNoSixth() {
        var tries = Tries.NONE;
        for (int i = 0; i < 5; i++) {
            tries = wrong(tries, NOON.plusSeconds(i));
        }

        assertThat(tries.begun(NOON.plusSeconds(5))).isEmpty();
        assertThat(tries.wait(NOON.plusSeconds(5))).contains(Duration.ofSeconds(55));
    }

    @Test
    void noMinuteHasMoreThanFive() {
        var tries = wrong(Tries.NONE, NOON);
        for (int i = 0; i < 4; i++) {
            tries = wrong(tries, NOON.plusSeconds(59));
        }

        assertThat(tries.wait(NOON.plusSeconds(59))).contains(Duration.ofSeconds(1));
        var next = wrong(tries, NOON.plusSeconds(60));
        assertThat(next.begun(NOON.plusSeconds(61))).isEmpty();
        assertThat(next.wait(NOON.plusSeconds(61))).contains(Duration.ofSeconds(58));
        assertThat(next.begun(NOON.plusSeconds(119))).isPresent();
    }

    @Test
    void thoseThatAreBeingLookedAtCountUntilTheyAreRight() {
        var tries = Tries.NONE;
        for (int i = 0; i < 5; i++) {
            tries = tries.begun(NOON).orElseThrow();
        }

        assertThat(tries.begun(NOON)).isEmpty();
        assertThat(tries.wait(NOON)).isEmpty();
        assertThat(tries.right(NOON).begun(NOON)).isPresent();
        assertThat(tries.begun(NOON.plusSeconds(10))).isPresent();
    }

    private static Tries wrong(Tries tries, Instant now) {
        return tries.begun(now).orElseThrow().wrong(now);
    }
}
