package io.tapedeck.concurrency;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits between attempts at the same thing: longer each time and by chance, so that those who are in each other's way part.
 */
public final class Backoff {
    private static final long FIRST_NANOS = Duration.ofMillis(10).toNanos();
    private static final int DOUBLINGS = 7;

    private final long end;
    private int pauses;

    /** @param patience how long to go on trying, from now */
    public Backoff(Duration patience) {
        this.end = System.nanoTime() + patience.toNanos();
    }

    /**
     * Waits before another attempt. Answers whether there is time for one.
     *
     * @throws ProblemException unavailable if the waiting thread is interrupted
     */
    public boolean pause() {
        var longest = FIRST_NANOS << Math.min(pauses++, DOUBLINGS);
        var nanos = ThreadLocalRandom.current().nextLong(longest);
        if (end - System.nanoTime() <= nanos) {
            return false;
        }
        try {
            Thread.sleep(Duration.ofNanos(nanos));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE, "The service is stopping; try again.");
        }
    }
}
