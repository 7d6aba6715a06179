package io.tapedeck.secret;

import io.tapedeck.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where secrets lie. Every method throws {@link ProblemException}, unavailable, where it cannot be reached now. */
public interface SecretStore {
    /** Bytes of a secret, as UTF-8. */
    int LARGEST = 1 << 16;

    /**
     * Keeps a secret, in place of one that was there.
     *
     * @throws IllegalArgumentException if it is empty or has more than 64 KiB
     */
    void put(SecretName name, String secret);

    /** What was put there last, or up to a minute before; empty for nothing. */
    Optional<String> find(SecretName name);

    /** Forgets a secret; nothing there is no error. */
    void delete(SecretName name);

    /**
     * The secret, if it can be kept.
     *
     * @throws IllegalArgumentException if it is empty or has more than 64 KiB
     */
    static String fitting(String secret) {
        if (secret.isEmpty() || secret.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new IllegalArgumentException("a secret has 1 to %d bytes".formatted(LARGEST));
        }
        return secret;
    }
}
