package io.tapedeck.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final long NOON = 1_800_000_000L;
    private static final long DAY = 86_400;

    @Test
    void aPeriodIsCountedInDaysFromCreation() {
        assertThat(Retention.of(36_500, NOON).autoDeleteAt()).contains(NOON + 36_500 * DAY);
        assertThat(Retention.of(1, NOON).expiresAt()).contains(NOON + DAY);
    }

    @Test
    void itExpiresAndEndsAtTheVerySecond() {
        var retention = expiring(NOON, NOON + DAY, false);

        assertThat(retention.isExpired(NOON - 1)).isFalse();
        assertThat(retention.isExpired(NOON)).isTrue();
        assertThat(retention.isOver(NOON + DAY - 1)).isFalse();
        assertThat(retention.isOver(NOON + DAY)).isTrue();
    }

    @Test
    void aLegalHoldStopsBoth() {
        var held = expiring(NOON, NOON + DAY, true);

        assertThat(held.isExpired(NOON + 2 * DAY)).isFalse();
        assertThat(held.isOver(NOON + 2 * DAY)).isFalse();
        assertThat(held.due()).isEmpty();
    }

    @Test
    void whatComesFirstIsDueFirst() {
        var retention = expiring(NOON, NOON + DAY, false);

        assertThat(retention.due()).contains(NOON);
        assertThat(retention.announced().due()).contains(NOON + DAY);
    }

    @Test
    void withoutAnEndNothingIsEverDue() {
        var forever = new Retention(Optional.empty(), Optional.empty(), Optional.empty(), false, false, true);

        assertThat(forever.due()).isEmpty();
        assertThat(forever.isExpired(Long.MAX_VALUE)).isFalse();
        assertThat(forever.isOver(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void aRowFromBeforeExpiresAsItEnds() {
        var old = new Retention(Optional.of(1), Optional.empty(), Optional.of(NOON), false, false, false);

        assertThat(old.expiresAt()).contains(NOON);
        assertThat(old.expiryFollows()).isTrue();
        assertThat(old.isToBeAnnounced(NOON)).isTrue();
    }

    private static Retention expiring(long expiresAt, long autoDeleteAt, boolean legalHold) {
        return new Retention(
                Optional.empty(), Optional.of(expiresAt), Optional.of(autoDeleteAt), legalHold, false, false);
    }
}
