package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;

/**
 * Who signs URLs.
 *
 * @param serviceAccount its e-mail address
 * @param signature of bytes, by RSA and SHA-256
 */
record Signatory(String serviceAccount, UnaryOperator<byte[]> signature) {
    Signatory {
        requireNonNull(serviceAccount);
        requireNonNull(signature);
    }
}
