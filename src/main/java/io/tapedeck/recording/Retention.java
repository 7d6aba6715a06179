package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a recording is kept. One that is deleted some time expires before, or at the same second.
 *
 * @param period days from creation to deletion
 * @param expiresAt from when on the audio is not handed out
 * @param autoDeleteAt from when on the recording is deleted
 * @param legalHold stops expiry and deletion
 * @param expiryAnnounced whether the event for expiresAt has been written
 * @param expiryFollows whether expiresAt moves with autoDeleteAt, since no caller set it
 */
public record Retention(
        Optional<Integer> period,
        Optional<Instant> expiresAt,
        Optional<Instant> autoDeleteAt,
        boolean legalHold,
        boolean expiryAnnounced,
        boolean expiryFollows) {

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

    /** Kept for the period from the given moment on, and not handed out any more when that is over. */
    public static Retention of(int days, Instant created) {
        var end = Optional.of(created.plus(Duration.ofDays(days)));
        return new Retention(Optional.of(days), end, end, false, false, true);
    }

    /** The same with an expiry that follows from when it ends. */
    Retention expiring(Optional<Instant> at) {
        return new Retention(period, at, autoDeleteAt, legalHold, expiryAnnounced, true);
    }

    /** Whether the audio must no longer be handed out. */
    public boolean isExpired(Instant now) {
        return !legalHold && expiresAt.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Whether the event for its expiry is still to be written. */
    public boolean isToBeAnnounced(Instant now) {
        return isExpired(now) && !expiryAnnounced;
    }

    /** Whether the recording must be deleted. */
    public boolean isOver(Instant now) {
        return !legalHold && autoDeleteAt.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** The next second at which the clock has something to do here. */
    public Optional<Instant> due() {
        if (legalHold) {
            return Optional.empty();
        }
        return Stream.of(expiresAt.filter(at -> !expiryAnnounced), autoDeleteAt)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
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
