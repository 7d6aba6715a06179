package io.tapedeck.sharing;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Clip;
import io.tapedeck.audio.Trim;
import io.tapedeck.id.ShareId;
import io.tapedeck.problem.Failure;
import java.util.List;
import java.util.Optional;

/**
 * What of a recording is shared.
 *
 * @param version of the audio; absent where the share follows the current one
 * @param start seconds; absent for the beginning
 * @param end seconds; absent for the end
 * @param since the recording's last redaction when the share was made, 0 where there was none: it dies with another
 */
public record SharedPart(Optional<Integer> version, Optional<Double> start, Optional<Double> end, int since) {
    public SharedPart {
        requireNonNull(version);
        requireNonNull(start);
        requireNonNull(end);
    }

    /** Whether it is less than all, which is cut out then: of the rest nobody who has the link gets a byte. */
    public boolean isClip() {
        return start.isPresent() || end.isPresent();
    }

    /** How it is cut out. */
    public Trim cut() {
        return Trim.to(start, end);
    }

    /** Why it cannot be cut out of audio, as far as that tells. */
    public Optional<Failure> obstacle(AudioMeasures measures) {
        return cut().obstacle(List.of(measures));
    }

    /** What a job is to do for it. */
    public Clip task(ShareId share) {
        return new Clip(share, start, end);
    }
}
