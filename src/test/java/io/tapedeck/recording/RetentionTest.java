package io.tapedeck.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aPeriodIsCountedInDaysFromCreation() {
        assertThat(Retention.of(36_500, NOON).autoDeleteAt()).contains(NOON.plus(DAY.multipliedBy(36_500)));
        assertThat(Retention.of(1, NOON).expiresAt()).contains(NOON.plus(DAY));
    }

    @Test
    void itExpiresAndEndsAtTheVerySecond() {
        var retention = expiring(NOON, NOON.plus(DAY), false);

        assertThat(retention.isExpired(NOON.minusSeconds(1))).isFalse();
        assertThat(retention.isExpired(NOON)).isTrue();
        assertThat(retention.isOver(NOON.plus(DAY).minusSeconds(1))).isFalse();
        assertThat(retention.isOver(NOON.plus(DAY))).isTrue();
    }

    @Test
    void aLegalHoldStopsBoth() {
        var held = expiring(NOON, NOON.plus(DAY), true);

        assertThat(held.isExpired(NOON.plus(DAY.multipliedBy(2)))).isFalse();
        assertThat(held.isOver(NOON.plus(DAY.multipliedBy(2)))).isFalse();
        assertThat(held.due()).isEmpty();
    }

    @Test
    void whatComesFirstIsDueFirst() {
        var retention = expiring(NOON, NOON.plus(DAY), false);

        assertThat(retention.due()).contains(NOON);
        assertThat(retention.announced().due()).contains(NOON.plus(DAY));
    }

    @Test
    void withoutAnEndNothingIsEverDue() {
        var forever = new Retention(Optional.empty(), Optional.empty(), Optional.empty(), false, false, true);

        assertThat(forever.due()).isEmpty();
        assertThat(forever.isExpired(Instant.MAX)).isFalse();
        assertThat(forever.isOver(Instant.MAX)).isFalse();
    }

    @Test
    void aRowFromBeforeExpiresAsItEnds() {
        var old = new Retention(Optional.of(1), Optional.empty(), Optional.of(NOON), false, false, false);

        assertThat(old.expiresAt()).contains(NOON);
        assertThat(old.expiryFollows()).isTrue();
        assertThat(old.isToBeAnnounced(NOON)).isTrue();
    }

    private static Retention expiring(Instant expiresAt, Instant autoDeleteAt, boolean legalHold) {
        return new Retention(
                Optional.empty(), Optional.of(expiresAt), Optional.of(autoDeleteAt), legalHold, false, false);
    }
}
