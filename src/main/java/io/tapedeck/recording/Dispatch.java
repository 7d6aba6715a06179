package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Who is to take care of a job next, and when.
 *
 * @param holder counts the workers that have held it, and so tells the present one from those before
 * @param handed whether it goes on outside, and no worker holds it
 * @param due when the sweep must look at it: the upload's deadline, the end of a lease, the time
 *     of the next attempt, what goes on outside, a last look at what it left
 * @param ready whether a worker may take it now, which the queue is told of
 */
public record Dispatch(int holder, boolean handed, Optional<Instant> due, boolean ready) {
    public Dispatch {
        requireNonNull(due);
    }

    /** To nobody yet. */
    public static final Dispatch NONE = new Dispatch(0, false, Optional.empty(), false);

    /** To any worker; the sweep tells them again at the given time. */
    public Dispatch readied(Instant again) {
        return new Dispatch(holder, handed, Optional.of(again), true);
    }

    /** To one more worker, until the lease ends. */
    public Dispatch claimed(Instant leaseEnd) {
        return new Dispatch(holder + 1, false, Optional.of(leaseEnd), false);
    }

    /** To the outside; the sweep has it asked after at the given time. */
    public Dispatch handedOut(Instant until) {
        return new Dispatch(holder, true, Optional.of(until), false);
    }

    /** To the sweep alone, at the given time; never for empty. */
    public Dispatch toSweep(Optional<Instant> time) {
        return new Dispatch(holder, handed, time, false);
    }

    /** The same at another time. */
    public Dispatch dueAt(Instant time) {
        return new Dispatch(holder, handed, Optional.of(time), ready);
    }
}
