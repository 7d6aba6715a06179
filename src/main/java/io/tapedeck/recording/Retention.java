package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a recording is kept. One that is deleted some time expires before, or at the same second.
 *
 * @param period days from creation to deletion
 * @param expiresAt seconds since 1970 from which on the audio is not handed out
 * @param autoDeleteAt seconds since 1970 from which on the recording is deleted
 * @param legalHold stops expiry and deletion
 * @param expiryAnnounced whether the event for expiresAt has been written
 * @param expiryFollows whether expiresAt moves with autoDeleteAt, since no caller set it
 */
public record Retention(
        Optional<Integer> period,
        Optional<Long> expiresAt,
        Optional<Long> autoDeleteAt,
        boolean legalHold,
        boolean expiryAnnounced,
        boolean expiryFollows) {

    private static final long DAY = 86_400;

    /** Of what is not kept: a tombstone. */
    public static final Retention NONE =
            new Retention(Optional.empty(), Optional.empty(), Optional.empty(), false, false, true);

    /** Rows that were written before every recording expired lack the second at which it does. */
    public Retention {
        requireNonNull(period);
        requireNonNull(autoDeleteAt);
        if (expiresAt.isEmpty()) {
            expiresAt = autoDeleteAt;
            expiryFollows = true;
        }
    }

    /** Kept for the period from the given second on, and not handed out any more when that is over. */
    public static Retention of(int days, long created) {
        var end = Optional.of(created + days * DAY);
        return new Retention(Optional.of(days), end, end, false, false, true);
    }

    /** The same with an expiry that follows from when it ends. */
    Retention expiring(Optional<Long> at) {
        return new Retention(period, at, autoDeleteAt, legalHold, expiryAnnounced, true);
    }

    /** Whether the audio must no longer be handed out. */
    public boolean isExpired(long now) {
        return !legalHold && expiresAt.filter(at -> at <= now).isPresent();
    }

    /** Whether the event for its expiry is still to be written. */
    public boolean isToBeAnnounced(long now) {
        return isExpired(now) && !expiryAnnounced;
    }

    /** Whether the recording must be deleted. */
    public boolean isOver(long now) {
        return !legalHold && autoDeleteAt.filter(at -> at <= now).isPresent();
    }

    /** The next second at which the clock has something to do here. */
    public Optional<Long> due() {
        if (legalHold) {
            return Optional.empty();
        }
        return Stream.of(expiresAt.filter(at -> !expiryAnnounced), autoDeleteAt)
                .flatMap(Optional::stream)
                .min(Long::compare);
    }

    /** That of a copy, which goes when its original would have gone. */
    Retention copied() {
        return new Retention(Optional.empty(), expiresAt, autoDeleteAt, false, false, expiryFollows);
    }

    /** The same with the expiry announced. */
    public Retention announced() {
        return new Retention(period, expiresAt, autoDeleteAt, legalHold, true, expiryFollows);
    }
}
