package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An object in a store.
 *
 * @param size bytes
 * @param encryption absent where the store does not encrypt
 */
public record StoredObject(ObjectKey key, long size, String etag, Optional<Encryption> encryption) {
    public StoredObject {
        requireNonNull(key);
        requireNonNull(etag);
        requireNonNull(encryption);
    }

    /** The same by the key that it was asked for by. */
    public StoredObject at(ObjectKey asked) {
        return new StoredObject(asked, size, etag, encryption);
    }
}
