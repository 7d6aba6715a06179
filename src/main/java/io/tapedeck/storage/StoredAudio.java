package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The bytes of audio in a store.
 *
 * @param storage the provider that holds them; absent for the deployment's own bucket
 * @param key where they are there
 * @param size bytes
 * @param sha256 of the bytes, lower-case hexadecimal
 * @param encryption absent where the store does not encrypt
 */
public record StoredAudio(
        Optional<Storage> storage, ObjectKey key, long size, String sha256, Optional<Encryption> encryption) {
    public StoredAudio {
        requireNonNull(storage);
        requireNonNull(key);
        requireNonNull(sha256);
        requireNonNull(encryption);
    }

    /** Bytes that are still to be stored there. */
    public static StoredAudio planned(Optional<Storage> storage, ObjectKey key, long size, String sha256) {
        return new StoredAudio(storage, key, size, sha256, Optional.empty());
    }

    /** The same elsewhere in the store. */
    public StoredAudio as(ObjectKey other) {
        return new StoredAudio(storage, other, size, sha256, encryption);
    }

    /** The same as it lies in the store, encrypted as it is there. */
    public StoredAudio as(StoredObject stored) {
        if (stored.size() != size) {
            throw new IllegalStateException("the stored copy has another size");
        }
        return new StoredAudio(storage, stored.key(), size, sha256, stored.encryption());
    }
}
