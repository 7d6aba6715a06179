package io.tapedeck.recording;

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

    /** What to save a version as. */
    public static String fileName(CallRecording recording, AudioVersion version) {
        var suffix = version.number() == 1 ? "" : "-v" + version.number();
        return recording.id() + suffix + "." + version.measures().format().extension();
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
