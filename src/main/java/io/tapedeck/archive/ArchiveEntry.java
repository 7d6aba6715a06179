package io.tapedeck.archive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A file in an archive.
 *
 * @param path ASCII letters, digits and {@code . _ -} in folders divided by slashes, none of which is a way up
 * @param modified the date that it gets; ZIP knows even seconds since 1980
 * @param deflated whether it is compressed
 * @param size bytes of the file
 * @param packed bytes that it takes in the archive
 * @param crc32 of the file
 */
public record ArchiveEntry(String path, Instant modified, boolean deflated, long size, long packed, long crc32) {
    private static final Pattern PATH = Pattern.compile("[\\w-][\\w.-]{0,199}(/[\\w-][\\w.-]{0,199}){0,9}");

    public ArchiveEntry {
        requireNonNull(modified);
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("no safe path in an archive: " + path);
        }
        if (size < 0 || packed < 0) {
            throw new IllegalArgumentException("a size below 0");
        }
    }
}
