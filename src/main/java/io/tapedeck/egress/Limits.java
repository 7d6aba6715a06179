package io.tapedeck.egress;

import io.tapedeck.audio.Plan;
import java.time.Duration;

/**
 * How much patience there is.
 *
 * @param size bytes
 * @param total for everything, redirects included
 * @param connect for one connection to stand, encryption included
 * @param silence without a byte arriving
 */
public record Limits(long size, Duration total, Duration connect, Duration silence, int redirects) {
    static final Limits DEFAULT =
            new Limits(Plan.MAX_SIZE, Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofSeconds(30), 5);
}
