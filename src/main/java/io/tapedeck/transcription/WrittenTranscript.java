package io.tapedeck.transcription;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.Transcript;

/** A transcript that a version has. */
public record WrittenTranscript(StoredTranscript stored, Transcript transcript) {
    public WrittenTranscript {
        requireNonNull(stored);
        requireNonNull(transcript);
    }
}
