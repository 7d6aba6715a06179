package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Action;
import java.time.Instant;
import java.util.Optional;

/**
 * How a version of the audio came to be.
 *
 * @param action what made it
 * @param request what the action was asked, a JSON object as text
 * @param parentSha256 of the version that it was made from
 * @param actor who asked for it
 */
public record Provenance(
        Action action, Optional<String> request, Optional<String> parentSha256, Instant created, Actor actor) {
    public Provenance {
        requireNonNull(action);
        requireNonNull(request);
        requireNonNull(parentSha256);
        requireNonNull(created);
        requireNonNull(actor);
    }

    /** Of audio that was taken in as it is. */
    public static Provenance of(Job ingest, Instant created) {
        return new Provenance(ingest.action(), Optional.empty(), Optional.empty(), created, ingest.actor());
    }
}
