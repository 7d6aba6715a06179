package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** How often the audio was fetched. */
public record Usage(long downloadCount, Optional<Instant> lastAccessed) {
    public Usage {
        requireNonNull(lastAccessed);
    }

    /** Never. */
    public static final Usage NONE = new Usage(0, Optional.empty());
}
