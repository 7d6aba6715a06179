package io.tapedeck.remote;

import io.tapedeck.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps those who need a storage that is down from waiting for it: when it has not answered three times in a row, it is left alone for
 * half a minute, and then tried by whoever comes first.
 */
public final class Breaker {
    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant restsUntil = Instant.MIN;

    public Breaker(Clock clock) {
        this.clock = clock;
    }

    /**
     * Does what is asked of the storage.
     *
     * @throws StorageException.Unavailable if it is left alone, or does not answer
     */
    public <T> T call(Supplier<T> request) {
        requireAwake();
        try {
            var answer = request.get();
            answered();
            return answer;
        } catch (StorageException.Unavailable down) {
            failed();
            throw down;
        } catch (RuntimeException other) {
            answered();
            throw other;
        }
    }

    /**
     * Does what may come off without the storage: that it did tells nothing of it, but that it failed does.
     *
     * @throws StorageException.Unavailable if it is left alone, or does not answer
     */
    public <T> T callLocally(Supplier<T> request) {
        requireClosed();
        try {
            return request.get();
        } catch (StorageException.Unavailable down) {
            failed();
            throw down;
        }
    }

    /** Lets it be asked at once, however long it was to be left alone. */
    public synchronized void wake() {
        restsUntil = Instant.MIN;
    }

    /** Whether it is left alone. */
    public synchronized boolean isOpen() {
        return clock.instant().isBefore(restsUntil);
    }

    private synchronized void requireAwake() {
        requireClosed();
        if (failures >= FAILURES) {
            // the others wait for what comes of this one
            restsUntil = clock.instant().plus(REST);
        }
    }

    private synchronized void requireClosed() {
        var now = clock.instant();
        if (now.isBefore(restsUntil)) {
            throw new StorageException.Unavailable(
                    "The storage has not answered for a while.", Optional.of(Duration.between(now, restsUntil)));
        }
    }

    private synchronized void answered() {
        failures = 0;
        restsUntil = Instant.MIN;
    }

    private synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            restsUntil = clock.instant().plus(REST);
        }
    }
}
