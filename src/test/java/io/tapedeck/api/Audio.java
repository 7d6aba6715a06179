package io.tapedeck.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Audio to be uploaded, and what is known of it. */
final class Audio {
    /** A call of four minutes between two people, a channel each. */
    static final Path REAL_CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");

    private Audio() {}

    static byte[] realCall() {
        try {
            return Files.readAllBytes(REAL_CALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
