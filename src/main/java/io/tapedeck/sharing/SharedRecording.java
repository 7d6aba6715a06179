package io.tapedeck.sharing;

import static java.util.Objects.requireNonNull;

import io.tapedeck.recording.CallRecording;

/** A share, and the recording that it is of. */
public record SharedRecording(Share share, CallRecording recording) {
    public SharedRecording {
        requireNonNull(share);
        requireNonNull(recording);
    }
}
