package io.tapedeck.local;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Memory that bodies share, so that those of many callers together cannot end the heap. Who came first is served first. */
final class Room {
    private final Semaphore bytes;

    Room(int bytes) {
        this.bytes = new Semaphore(bytes, true);
    }

    /** Waits for so many bytes; false when there was no room for them in that time. */
    boolean take(int bytes, Duration patience) {
        try {
            return this.bytes.tryAcquire(bytes, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void give(int bytes) {
        this.bytes.release(bytes);
    }
}
