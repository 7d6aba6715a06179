package io.tapedeck.concurrency;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Has those of one process who change the same thing do so one after the other, as they came, so that none of them works in
 * vain. Those of other processes are met in the store.
 */
public final class StripedLocks {
    private static final int STRIPES = 64;

    private final List<ReentrantLock> locks =
            Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toList();

    /**
     * Does the work when it is its turn. Empty if that does not come soon enough.
     *
     * @param id of what is changed
     * @throws ProblemException unavailable if the waiting thread is interrupted
     */
    public <T> Optional<T> take(Object id, Duration patience, Supplier<T> work) {
        var lock = locks.get(Math.floorMod(id.hashCode(), STRIPES));
        try {
            if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE, "The service is stopping; try again.");
        }
        try {
            return Optional.of(work.get());
        } finally {
            lock.unlock();
        }
    }
}
