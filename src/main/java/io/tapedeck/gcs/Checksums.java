package io.tapedeck.gcs;

import io.tapedeck.id.Md5;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * What Google Cloud Storage works out of an object's bytes as well.
 *
 * @param length bytes
 * @param md5 in Base64
 * @param crc32c in Base64, the most significant byte first
 */
record Checksums(long length, String md5, String crc32c) {
    static Checksums of(byte[] bytes) {
        var running = new Running();
        running.add(bytes, 0, bytes.length);
        return running.sum();
    }

    /** As a header. */
    String header() {
        return "crc32c=%s,md5=%s".formatted(crc32c, md5);
    }

    /** Those of bytes that come one after the other. */
    static final class Running {
        private final CRC32C crc32c = new CRC32C();
        private final MessageDigest md5 = Md5.begin();
        private long length;

        void add(byte[] bytes, int offset, int count) {
            crc32c.update(bytes, offset, count);
            md5.update(bytes, offset, count);
            length += count;
        }

        /** What they have come to; there is no adding more. */
        Checksums sum() {
            var number = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc32c.getValue());
            return new Checksums(
                    length, Md5.of(md5).base64(), Base64.getEncoder().encodeToString(number.array()));
        }
    }
}
