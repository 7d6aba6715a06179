package io.tapedeck.id;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points in time as they are kept and shown: in whole seconds. */
public final class Seconds {
    /** The last second of the year 9999, after which callers name none. */
    public static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Seconds() {}

    /** The second that it is now. */
    public static Instant now(Clock clock) {
        return of(clock.instant());
    }

    /** The second in which a moment lies. */
    public static Instant of(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
