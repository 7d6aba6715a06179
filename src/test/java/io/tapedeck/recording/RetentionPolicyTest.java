package io.tapedeck.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionPolicyTest {
    private static final long NOON = 1_800_000_000L;
    private static final long DAY = 86_400;

    @Test
    void withoutAGraceTheAudioExpiresAsTheRecordingEnds() {
        var retention = new RetentionPolicy(30, 0).of(Optional.empty(), NOON);

        assertThat(retention.period()).contains(30);
        assertThat(retention.autoDeleteAt()).contains(NOON + 30 * DAY);
        assertThat(retention.expiresAt()).contains(NOON + 30 * DAY);
    }

    @Test
    void theAudioExpiresAGraceBeforeTheEnd() {
        var policy = new RetentionPolicy(30, 7);

        assertThat(policy.of(Optional.empty(), NOON).expiresAt()).contains(NOON + 23 * DAY);
        assertThat(policy.of(Optional.of(10), NOON).expiresAt()).contains(NOON + 3 * DAY);
    }

    @Test
    void theAudioCanBeHadForADayHoweverLongTheGraceIs() {
        var policy = new RetentionPolicy(30, 7);

        assertThat(policy.of(Optional.of(7), NOON).expiresAt()).contains(NOON + DAY);
        assertThat(policy.of(Optional.of(1), NOON).expiresAt()).contains(NOON + DAY);
    }

    @Test
    void anImpossiblePolicyIsRefusedByTheNameOfItsVariable() {
        assertThatThrownBy(() -> new RetentionPolicy(0, 0)).hasMessageContaining("RETENTION_DAYS");
        assertThatThrownBy(() -> new RetentionPolicy(30, -1)).hasMessageContaining("GRACE_DAYS");
        assertThatThrownBy(() -> new RetentionPolicy(30, 30)).hasMessageContaining("GRACE_DAYS");
    }
}
