package io.tapedeck.rest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a service is waited for.
 *
 * @param attempt for an answer
 * @param total for all that is asked of it, with all attempts and what lies between them
 * @param pause before the second attempt, at most; twice that before the third, and so on
 */
public record Patience(Duration attempt, Duration total, Duration pause) {
    public Patience {
        requireNonNull(attempt);
        requireNonNull(total);
        requireNonNull(pause);
    }
}
