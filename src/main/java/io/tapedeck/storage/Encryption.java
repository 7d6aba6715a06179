package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How an object is encrypted at rest.
 *
 * @param key the KMS key, absent where the store uses one of its own
 */
public record Encryption(Optional<String> key) {
    public Encryption {
        requireNonNull(key);
    }
}
