package io.tapedeck.sharing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What whoever has a link may do.
 *
 * @param maxViews how often it may be opened; absent for any number of times
 * @param allowDownload whether the audio is handed out as a file, too
 * @param includeTranscript whether what is said is shown
 */
public record ShareTerms(
        Instant expiresAt, Optional<Integer> maxViews, boolean allowDownload, boolean includeTranscript) {
    public ShareTerms {
        requireNonNull(expiresAt);
        requireNonNull(maxViews);
    }
}
