package io.tapedeck.transcript.pieces;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Time that is left until a test says otherwise. */
final class ScriptedTime implements TimeLeft {
    private final AtomicLong seconds;

    ScriptedTime(long seconds) {
        this.seconds = new AtomicLong(seconds);
    }

    /** So many seconds go by. */
    void pass(long passed) {
        seconds.addAndGet(-passed);
    }

    @Override
    public Optional<Duration> left() {
        return Optional.of(Duration.ofSeconds(Math.max(0, seconds.get())));
    }
}
