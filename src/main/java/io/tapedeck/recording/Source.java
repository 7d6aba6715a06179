package io.tapedeck.recording;

import java.util.Optional;

/**
 * Where audio is imported from.
 *
 * @param sha256 what the bytes must hash to, lower-case hexadecimal
 */
public record Source(String url, Optional<String> sha256) {}
