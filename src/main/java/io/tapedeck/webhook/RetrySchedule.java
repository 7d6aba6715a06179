package io.tapedeck.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery that failed is tried again: after the times that Standard Webhooks recommends, each up to a tenth
 * longer, so that those who failed together do not come back together.
 */
public final class RetrySchedule {
    /** How many there are, the first among them. */
    public static final int MOST = 10;

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final double JITTER = 0.1;

    private final RandomGenerator random;

    public RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * When to try again.
     *
     * @param made how many there were, at least 1
     * @param now when the last one failed
     * @param retryAfter what the receiver asked to wait, which counts where it is longer, up to 24 hours
     * @return nothing after the last
     */
    public Optional<Instant> next(int made, Instant now, Optional<Duration> retryAfter) {
        if (made < 1) {
            throw new IllegalArgumentException("what failed was tried at least once, not " + made + " times");
        }
        if (made >= MOST) {
            return Optional.empty();
        }
        var wait = WAITS.get(made - 1);
        var spread = wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
        var asked = retryAfter.map(time -> time.compareTo(LONGEST) > 0 ? LONGEST : time);
        return Optional.of(
                now.plus(asked.filter(time -> time.compareTo(spread) > 0).orElse(spread)));
    }
}
