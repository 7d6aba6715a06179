package io.tapedeck.export;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
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
        var hash = Sha256.digest();
        var buffer = new byte[BUFFER];
        var size = 0L;
        int read;
        while ((read = bytes.read(buffer)) >= 0) {
            crc.update(buffer, 0, read);
            hash.update(buffer, 0, read);
            size += read;
            progress.accept(size);
        }
        return new Fingerprint(size, crc.getValue(), Sha256.hex(hash));
    }
}
