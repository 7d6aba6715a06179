package io.tapedeck.egress;

import io.tapedeck.id.Sha256;
import io.tapedeck.storage.SourceFetcher.Fetch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** A file that is being written, measured and hashed on the way. */
final class Download implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream file;
    private final MessageDigest digest = Sha256.digest();
    private long size;

    /**
     * Begins a file, or begins it anew.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    Download(Path target) {
        try {
            file = Files.newOutputStream(target);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Writes all that comes, as long as it is no more than the limit.
     *
     * @param limit bytes
     * @throws IOException if the source fails
     * @throws UncheckedIOException if the file does
     */
    Fetch take(InputStream content, long limit) throws IOException {
        var buffer = new byte[BUFFER];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            size += count;
            if (size > limit) {
                return FetchResult.tooLarge(limit);
            }
            write(buffer, count);
        }
        return new Fetch.Fetched(size, Sha256.hex(digest));
    }

    private void write(byte[] buffer, int count) {
        digest.update(buffer, 0, count);
        try {
            file.write(buffer, 0, count);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
