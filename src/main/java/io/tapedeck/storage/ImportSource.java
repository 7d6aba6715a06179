package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.RawFormat;
import java.util.Optional;

/**
 * Where audio is imported from.
 *
 * @param sha256 what the bytes must hash to, lower-case hexadecimal
 * @param rawFormat of sound without a header
 * @param provider whose credentials the tenant has and it asks for, as its callbacks name it; absent where the address is enough
 */
public record ImportSource(
        String url, Optional<String> sha256, Optional<RawFormat> rawFormat, Optional<String> provider) {
    public ImportSource {
        requireNonNull(url);
        requireNonNull(sha256);
        requireNonNull(rawFormat);
        requireNonNull(provider);
    }

    /** At an address that is enough. */
    public ImportSource(String url, Optional<String> sha256, Optional<RawFormat> rawFormat) {
        this(url, sha256, rawFormat, Optional.empty());
    }

    /** Of a file that says itself what it is. */
    public ImportSource(String url, Optional<String> sha256) {
        this(url, sha256, Optional.empty());
    }
}
