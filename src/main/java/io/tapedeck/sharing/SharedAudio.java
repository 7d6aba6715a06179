package io.tapedeck.sharing;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Format;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.storage.StoredAudio;

/**
 * What whoever opens a share gets to hear: a version of the audio, or the part of it that was cut out for the share.
 *
 * @param duration seconds
 */
public record SharedAudio(StoredAudio file, Format format, double duration) {
    public SharedAudio {
        requireNonNull(file);
        requireNonNull(format);
    }

    /** All of a version. */
    static SharedAudio of(AudioVersion version) {
        return new SharedAudio(
                version.file(), version.measures().format(), version.measures().duration());
    }
}
