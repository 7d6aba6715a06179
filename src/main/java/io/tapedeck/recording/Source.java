package io.tapedeck.recording;

import java.util.Optional;

/**
 * Where audio is imported from.
 *
 * @param sha256 what the bytes must hash to, lower-case hexadecimal
 * @param rawFormat of sound without a header
 */
public record Source(String url, Optional<String> sha256, Optional<RawFormat> rawFormat) {
    /** Of a file that says itself what it is. */
    public Source(String url, Optional<String> sha256) {
        this(url, sha256, Optional.empty());
    }
}
