package io.tapedeck.work;

import io.tapedeck.audio.Redaction;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An attempt at a redaction.
 *
 * @param source the audio that is to be redacted
 * @param folder where files may lie meanwhile
 */
record RedactionAttempt(Redaction task, CallRecording recording, Job job, AudioVersion source, Path folder) {
    /** Whether the result is a recording of its own, and the source stays as it is. */
    boolean isAsNew() {
        return recording.audio().isEmpty();
    }

    /** A part of the folder, where files of one step do not meet those of another. */
    Path folder(String step) throws IOException {
        return Files.createDirectories(folder.resolve(step));
    }
}
