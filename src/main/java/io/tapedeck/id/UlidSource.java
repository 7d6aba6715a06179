package io.tapedeck.id;

import java.security.SecureRandom;
import java.time.Clock;

/** Makes ULIDs, each greater than the one before. Safe for use by many threads. */
public final class UlidSource {
    private final Clock clock;
    private final SecureRandom random;
    private Ulid last;

    public UlidSource(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new one of this moment. */
    public synchronized Ulid next() {
        var bytes = new byte[10];
        random.nextBytes(bytes);
        var fresh = Ulid.of(clock.instant(), bytes);
        last = last != null && last.time().equals(fresh.time()) ? last.next() : fresh;
        return last;
    }

    /** A new one that is greater than the given one, even where this machine's clock is behind. */
    public Ulid nextAfter(Ulid earlier) {
        var fresh = next();
        return fresh.compareTo(earlier) > 0 ? fresh : earlier.next();
    }
}
