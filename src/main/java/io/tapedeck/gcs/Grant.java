package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.StorageException;
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
        if (token.isEmpty()) {
            throw new StorageException.Refused("Google gives no access token, though it refuses none.");
        }
    }

    @Override
    public String toString() {
        return "Grant[until " + end + "]";
    }
}
