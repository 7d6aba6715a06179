package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The bytes of audio in a store.
 *
 * @param key where they are
 * @param size bytes
 * @param sha256 of the bytes, lower-case hexadecimal
 * @param encryption absent where the store does not encrypt
 */
public record StoredAudio(ObjectKey key, long size, String sha256, Optional<Encryption> encryption) {
    public StoredAudio {
        requireNonNull(key);
        requireNonNull(sha256);
        requireNonNull(encryption);
    }

    /** Bytes that are still to be stored there. */
    public static StoredAudio planned(ObjectKey key, long size, String sha256) {
        return new StoredAudio(key, size, sha256, Optional.empty());
    }

    /** The same elsewhere. */
    public StoredAudio as(ObjectKey other) {
        return new StoredAudio(other, size, sha256, encryption);
    }

    /** The same as it lies in the store, encrypted as it is there. */
    public StoredAudio as(StoredObject stored) {
        if (stored.size() != size) {
            throw new IllegalStateException("the stored copy has another size");
        }
        return new StoredAudio(stored.key(), size, sha256, stored.encryption());
    }
}
