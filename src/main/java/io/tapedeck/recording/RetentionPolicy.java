package io.tapedeck.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a deployment keeps recordings of which nothing else is said.
 *
 * @param days from creation to deletion
 * @param graceDays for how many days before its deletion a recording's audio is not handed out any more
 */
public record RetentionPolicy(int days, int graceDays) {
    private static final Duration DAY = Duration.ofDays(1);

    public RetentionPolicy {
        if (days < 1) {
            throw new IllegalArgumentException("RETENTION_DAYS must be 1 at least");
        } else if (graceDays < 0 || graceDays >= days) {
            throw new IllegalArgumentException("GRACE_DAYS must be 0 at least and less than RETENTION_DAYS");
        }
    }

    /**
     * Of a new recording.
     *
     * @param period days; absent for the deployment's
     */
    public Retention of(Optional<Integer> period, Instant created) {
        var whole = Retention.of(period.orElse(days), created);
        return whole.expiring(whole.autoDeleteAt().map(end -> expiresAt(created, end)));
    }

    /** When the audio expires, unless a caller says so. It can be had for a day, however short it is kept. */
    public Instant expiresAt(Instant created, Instant autoDeleteAt) {
        var aDayLater = created.plus(DAY);
        var beforeGrace = autoDeleteAt.minus(Duration.ofDays(graceDays));
        var expiry = beforeGrace.isBefore(aDayLater) ? aDayLater : beforeGrace;
        return expiry.isBefore(autoDeleteAt) ? expiry : autoDeleteAt;
    }
}
