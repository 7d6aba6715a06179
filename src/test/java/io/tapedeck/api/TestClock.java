package io.tapedeck.api;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of the functions under test: it ticks as the real one does and is ahead of it as far as a test moves it. */
@Singleton
public class TestClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** Lets time pass. */
    public void advance(Duration time) {
        ahead.accumulateAndGet(time, Duration::plus);
    }

    /** Goes back to the real time. */
    public void reset() {
        ahead.set(Duration.ZERO);
    }

    /** Seconds since 1970. */
    public long now() {
        return instant().getEpochSecond();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
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
