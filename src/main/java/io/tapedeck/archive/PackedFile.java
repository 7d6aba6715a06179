package io.tapedeck.archive;

import static java.util.Objects.requireNonNull;

/**
 * A file in an archive.
 *
 * @param path in the archive
 * @param size bytes
 * @param sha256 of them, lower-case hexadecimal
 */
public record PackedFile(String path, long size, String sha256) {
    public PackedFile {
        requireNonNull(path);
        requireNonNull(sha256);
    }
}
