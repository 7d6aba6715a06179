package io.tapedeck.recording;

import java.util.Optional;

/**
 * How long a deployment keeps recordings of which nothing else is said.
 *
 * @param days from creation to deletion
 * @param graceDays for how many days before its deletion a recording's audio is not handed out any more
 */
public record RetentionPolicy(int days, int graceDays) {
    private static final long DAY = 86_400;

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
     * @param created seconds since 1970
     */
    public Retention of(Optional<Integer> period, long created) {
        var whole = Retention.of(period.orElse(days), created);
        return whole.expiring(whole.autoDeleteAt().map(end -> expiresAt(created, end)));
    }

    /**
     * When the audio expires, unless a caller says so. It can be had for a day, however short it is kept.
     *
     * @param created seconds since 1970
     * @param autoDeleteAt seconds since 1970
     */
    public long expiresAt(long created, long autoDeleteAt) {
        return Math.min(autoDeleteAt, Math.max(created + DAY, autoDeleteAt - graceDays * DAY));
    }
}
