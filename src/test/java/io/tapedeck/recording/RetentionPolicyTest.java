package io.tapedeck.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionPolicyTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void withoutAGraceTheAudioExpiresAsTheRecordingEnds() {
        var retention = new RetentionPolicy(30, 0).of(Optional.empty(), NOON);

        assertThat(retention.period()).contains(30);
        assertThat(retention.autoDeleteAt()).contains(NOON.plus(DAY.multipliedBy(30)));
        assertThat(retention.expiresAt()).contains(NOON.plus(DAY.multipliedBy(30)));
    }

    @Test
    void theAudioExpiresAGraceBeforeTheEnd() {
        var policy = new RetentionPolicy(30, 7);

        assertThat(policy.of(Optional.empty(), NOON).expiresAt()).contains(NOON.plus(DAY.multipliedBy(23)));
        assertThat(policy.of(Optional.of(10), NOON).expiresAt()).contains(NOON.plus(DAY.multipliedBy(3)));
    }

    @Test
    void theAudioCanBeHadForADayHoweverLongTheGraceIs() {
        var policy = new RetentionPolicy(30, 7);

        assertThat(policy.of(Optional.of(7), NOON).expiresAt()).contains(NOON.plus(DAY));
        assertThat(policy.of(Optional.of(1), NOON).expiresAt()).contains(NOON.plus(DAY));
    }

    @Test
    void anImpossiblePolicyIsRefusedByTheNameOfItsVariable() {
        assertThatThrownBy(() -> new RetentionPolicy(0, 0)).hasMessageContaining("RETENTION_DAYS");
        assertThatThrownBy(() -> new RetentionPolicy(30, -1)).hasMessageContaining("GRACE_DAYS");
        assertThatThrownBy(() -> new RetentionPolicy(30, 30)).hasMessageContaining("GRACE_DAYS");
    }
}
