package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.RawFormat;
import java.util.Optional;

/**
 * Where audio is imported from.
 *
 * @param sha256 what the bytes must hash to, lower-case hexadecimal
 * @param rawFormat of sound without a header
 */
public record ImportSource(String url, Optional<String> sha256, Optional<RawFormat> rawFormat) {
    public ImportSource {
        requireNonNull(url);
        requireNonNull(sha256);
        requireNonNull(rawFormat);
    }

    /** Of a file that says itself what it is. */
    public ImportSource(String url, Optional<String> sha256) {
        this(url, sha256, Optional.empty());
    }
}
