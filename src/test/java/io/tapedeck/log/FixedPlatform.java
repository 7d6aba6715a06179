package io.tapedeck.log;

import java.util.Optional;

/** A platform that always tells the same. */
public record FixedPlatform(Optional<String> functionName, Optional<String> requestId, Optional<String> traceId)
        implements Platform {
    /** One machine, where there is nothing to tell. */
    public static final FixedPlatform NONE = new FixedPlatform(Optional.empty(), Optional.empty(), Optional.empty());
}
