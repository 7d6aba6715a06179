package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.ShareId;
import java.util.Optional;

/**
 * Cuts a part out of a version of the audio, to the millisecond, for a share of it. The versions stay as they are.
 *
 * @param share that it is for
 * @param start seconds; absent for the beginning
 * @param end seconds; absent for the end
 */
public record Clip(ShareId share, Optional<Double> start, Optional<Double> end) implements Task {
    public Clip {
        requireNonNull(share);
        requireNonNull(start);
        requireNonNull(end);
    }

    /** What is to be done to the audio for it. */
    public Trim cut() {
        return Trim.to(start, end);
    }
}
