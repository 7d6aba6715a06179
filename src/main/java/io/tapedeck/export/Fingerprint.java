package io.tapedeck.export;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;

/**
 * What tells bytes from others.
 *
 * @param size how many they are
 * @param sha256 lower-case hexadecimal
 */
record Fingerprint(long size, long crc32, String sha256) {
    private static final int BUFFER = 64 * 1024;

    Fingerprint {
        requireNonNull(sha256);
    }

    /**
     * Reads bytes to their end.
     *
     * @param progress is told how many were read so far
     */
    static Fingerprint of(InputStream bytes, LongConsumer progress) throws IOException {
        var crc = new CRC32();
        var hash = digest();
        var buffer = new byte[BUFFER];
        var size = 0L;
        int read;
        while ((read = bytes.read(buffer)) >= 0) {
            crc.update(buffer, 0, read);
            hash.update(buffer, 0, read);
            size += read;
            progress.accept(size);
        }
        return new Fingerprint(size, crc.getValue(), HexFormat.of().formatHex(hash.digest()));
    }

    /** SHA-256 of bytes, lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
