package io.tapedeck.retention;

import io.tapedeck.id.WireNames;

/** What became of something that was due. */
public enum SweepOutcome {
    /** The recording's time was over: it was deleted. */
    DELETED,
    /** What a deletion had left, or what came after it, was destroyed, or what was cut out for a share that has ended. */
    DESTROYED,
    /** The recording's expiry was announced. */
    EXPIRED,
    /** The job may be taken by a worker again. */
    RESTARTED,
    /** A worker is to ask what came of the job outside. */
    ASKED_AFTER,
    /** Whoever tells webhooks is to go on with one. */
    REMINDED,
    /** The job failed: its upload never came. */
    ABANDONED,
    /** The job failed: it lost its worker too often. */
    GIVEN_UP,
    /** Nothing was left to do. */
    SETTLED;

    @Override
    public String toString() {
        return WireNames.camel(this);
    }
}
