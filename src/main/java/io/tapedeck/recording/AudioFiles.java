package io.tapedeck.recording;

import io.tapedeck.audio.Format;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.Optional;

/** Finds the audio that somebody wants to fetch, and says why it cannot be had. */
public final class AudioFiles {
    private final Recordings recordings;
    private final Versions versions;

    public AudioFiles(Recordings recordings, Versions versions) {
        this.recordings = recordings;
        this.versions = versions;
    }

    /**
     * A version of the audio, the current one by default.
     *
     * @throws ProblemException gone, not-ready, unprocessable-audio, not-found
     */
    public AudioVersion find(CallRecording recording, Optional<Integer> number, Clearance clearance) {
        var current = recordings.unexpired(recording).audio().orElseThrow(() -> missing(recording));
        return number.filter(n -> n != current.number())
                .map(n -> versions.get(recording, n, clearance))
                .orElse(current);
    }

    /** Whether somebody may reach a version that there was once. */
    public boolean isShown(CallRecording recording, int number, Clearance clearance) {
        return recording.audio().filter(current -> current.number() == number).isPresent()
                || versions.isShown(recording, number, clearance);
    }

    /** What to save a version as. */
    public static String fileName(CallRecording recording, AudioVersion version) {
        return fileName(recording, version, version.measures().format());
    }

    /** What to save a version as that is written in some format. */
    public static String fileName(CallRecording recording, AudioVersion version, Format format) {
        var suffix = version.number() == 1 ? "" : "-v" + version.number();
        return recording.id() + suffix + "." + format.extension();
    }

    private static ProblemException missing(CallRecording recording) {
        return recording
                .lifecycle()
                .failure()
                .map(Failure::message)
                .map(why -> new ProblemException(ProblemType.UNPROCESSABLE_AUDIO, why))
                .orElseGet(() -> new ProblemException(
                        ProblemType.NOT_READY,
                        "The audio is not available yet; the recording is "
                                + recording.lifecycle().status() + "."));
    }
}
