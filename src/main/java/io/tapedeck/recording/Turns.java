package io.tapedeck.recording;

import io.tapedeck.id.RecordingId;
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
 * Has those of one process who change the same recording do so one after the other, as they came, so that none of them works
 * in vain. Those of other processes are met in the store.
 */
final class Turns {
    private static final int QUEUES = 64;

    private final List<ReentrantLock> queues =
            Stream.generate(() -> new ReentrantLock(true)).limit(QUEUES).toList();

    /**
     * Does the work when it is its turn. Empty if that does not come soon enough.
     *
     * @throws ProblemException unavailable if the waiting thread is interrupted
     */
    <T> Optional<T> take(RecordingId id, Duration patience, Supplier<T> work) {
        var queue = queues.get(Math.floorMod(id.hashCode(), QUEUES));
        try {
            if (!queue.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE, "The service is stopping; try again.");
        }
        try {
            return Optional.of(work.get());
        } finally {
            queue.unlock();
        }
    }
}
