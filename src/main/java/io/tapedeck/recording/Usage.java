package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How often the audio was fetched.
 *
 * @param lastAccessed seconds since 1970
 */
public record Usage(long downloadCount, Optional<Long> lastAccessed) {
    public Usage {
        requireNonNull(lastAccessed);
    }

    /** Never. */
    public static final Usage NONE = new Usage(0, Optional.empty());
}
