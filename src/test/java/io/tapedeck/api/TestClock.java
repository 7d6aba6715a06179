package io.tapedeck.api;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of the functions under test: it ticks as the real one does and is ahead of it as far as a test moves it, or
 * stands where a test stops it.
 */
@Singleton
public class TestClock extends Clock {
    private final AtomicReference<Clock> time = new AtomicReference<>(Clock.systemUTC());

    /** Lets time pass. */
    public void advance(Duration passed) {
        time.updateAndGet(clock -> Clock.offset(clock, passed));
    }

    /** Stands still at a second since 1970. */
    public void stopAt(long second) {
        time.set(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    /** Goes on by a second whenever it is looked at. */
    public void passAtEachLook(long first) {
        var looks = new AtomicLong();
        time.set(new Clock() {
            @Override
            public Instant instant() {
                return Instant.ofEpochSecond(first + looks.getAndIncrement());
            }

            @Override
            public ZoneId getZone() {
                return TestClock.this.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return TestClock.this.withZone(zone);
            }
        });
    }

    /** Goes back to the real time. */
    public void reset() {
        time.set(Clock.systemUTC());
    }

    /** Seconds since 1970. */
    public long now() {
        return instant().getEpochSecond();
    }

    @Override
    public Instant instant() {
        return time.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the functions know UTC only");
    }
}
