package io.tapedeck.runtime;

import io.tapedeck.concurrency.Deadline;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The deadline of the invocation that this thread serves. Threads that it starts are not bound by it. */
@Singleton
public class InvocationDeadline implements Deadline {
    private final ThreadLocal<Long> end = new ThreadLocal<>();

    /** This thread begins to serve an invocation that has so much time. */
    public void begin(Duration left) {
        end.set(System.nanoTime() + left.toNanos());
    }

    /** This thread is done with the invocation. */
    public void end() {
        end.remove();
    }

    @Override
    public Optional<Duration> left() {
        return Optional.ofNullable(end.get()).map(at -> Duration.ofNanos(Math.max(at - System.nanoTime(), 0)));
    }
}
