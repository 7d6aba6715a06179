package io.tapedeck.s3;

import io.tapedeck.id.Md5;
import io.tapedeck.id.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Base64;

/**
 * What the bytes of a file come to.
 *
 * @param sha256 as S3 has it, in Base64
 */
record FileDigests(long size, String sha256, Md5 md5) {
    static FileDigests of(Path file) {
        var sha256 = Sha256.digest();
        var md5 = Md5.begin();
        try (var both = new DigestOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), md5), sha256)) {
            var size = Files.copy(file, both);
            return new FileDigests(size, Base64.getEncoder().encodeToString(sha256.digest()), Md5.of(md5));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
