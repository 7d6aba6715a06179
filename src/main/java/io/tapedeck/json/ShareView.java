package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tapedeck.sharing.Share;
import java.time.Instant;
import java.util.Optional;

/**
 * A Share as the HTTP contract writes it, without its secrets.
 *
 * @param isProtected whether a password is asked for
 * @param follow whether it is always of the current version
 * @param version that is shared; absent where it follows the current one
 * @param start of the shared part, seconds
 * @param end of the shared part, seconds
 */
public record ShareView(
        String id,
        Instant created,
        Instant expiresAt,
        int views,
        Optional<Integer> maxViews,
        @JsonProperty("protected") boolean isProtected,
        boolean allowDownload,
        boolean includeTranscript,
        boolean follow,
        Optional<Integer> version,
        Optional<Double> start,
        Optional<Double> end) {
    public static ShareView of(Share share) {
        var part = share.part();
        var terms = share.terms();
        return new ShareView(
                share.id().toString(),
                share.created(),
                terms.expiresAt(),
                share.views(),
                terms.maxViews(),
                share.password().isPresent(),
                terms.allowDownload(),
                terms.includeTranscript(),
                part.version().isEmpty(),
                part.version(),
                part.start(),
                part.end());
    }
}
