package io.tapedeck.problem;

import static java.util.Objects.requireNonNull;

/**
 * Why something failed, for the caller to read.
 *
 * @param code stable, lower-case words joined by hyphens
 * @param message one plain sentence
 */
public record Failure(String code, String message) {
    public Failure {
        requireNonNull(code);
        requireNonNull(message);
    }
}
