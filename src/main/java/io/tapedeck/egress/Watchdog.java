package io.tapedeck.egress;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/** Cancels what is under way once the time is up, however slowly it still moves. */
final class Watchdog implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("watchdog").factory());
    private Optional<Cancellable> current = Optional.empty();
    private boolean passed;

    Watchdog(Duration limit) {
        timer.schedule(this::pass, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Puts the next thing under this watch in place of the one before. */
    synchronized void watch(Cancellable next) {
        current = Optional.of(next);
        if (passed) {
            next.cancel();
        }
    }

    synchronized boolean hasPassed() {
        return passed;
    }

    private synchronized void pass() {
        passed = true;
        current.ifPresent(Cancellable::cancel);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
