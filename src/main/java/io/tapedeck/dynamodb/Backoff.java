package io.tapedeck.dynamodb;

import java.util.concurrent.ThreadLocalRandom;

/** Waits before another attempt: longer each time and by chance, so that writers in each other's way part. */
final class Backoff {
    private static final long FIRST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 320;
    private static final int DOUBLINGS = 5;

    private Backoff() {}

    /**
     * Waits after a failed attempt.
     *
     * @param attempt the first is 1
     */
    static void pause(int attempt) {
        var longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt - 1, DOUBLINGS));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two attempts", e);
        }
    }
}
