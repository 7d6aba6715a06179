package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Leave to do something for a while.
 *
 * @param token never told
 * @param end when it is over
 */
record Grant(String token, Instant end) {
    Grant {
        requireNonNull(token);
        requireNonNull(end);
    }

    @Override
    public String toString() {
        return "Grant[until " + end + "]";
    }
}
