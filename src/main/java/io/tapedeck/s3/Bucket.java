package io.tapedeck.s3;

import java.util.Objects;
import java.util.Optional;

/**
 * The bucket that holds the audio.
 *
 * @param encryptionKey KMS key for what is written; absent, the bucket's own default holds
 */
public record Bucket(String name, Optional<String> encryptionKey) {
    public Bucket {
        Objects.requireNonNull(name);
        Objects.requireNonNull(encryptionKey);
    }
}
