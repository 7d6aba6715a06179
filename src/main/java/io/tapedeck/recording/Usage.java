package io.tapedeck.recording;

import java.util.Optional;

/**
 * How often the audio was fetched.
 *
 * @param lastAccessed seconds since 1970
 */
public record Usage(long downloadCount, Optional<Long> lastAccessed) {
    /** Never. */
    public static final Usage NONE = new Usage(0, Optional.empty());
}
