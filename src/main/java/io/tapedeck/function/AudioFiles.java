package io.tapedeck.function;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Failure;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import java.util.Optional;

/** Finds the audio that somebody wants to fetch, and says why it cannot be had. */
public final class AudioFiles {
    private final RecordingStore store;
    private final Recordings recordings;

    AudioFiles(RecordingStore store, Recordings recordings) {
        this.store = store;
        this.recordings = recordings;
    }

    /**
     * A version of the audio, the current one by default.
     *
     * @throws ProblemException gone, not-ready, unprocessable-audio, not-found
     */
    AudioVersion find(CallRecording recording, Optional<Integer> number) {
        Recordings.live(recording);
        if (recording.retention().isExpired(recordings.now())) {
            throw new ProblemException(
                    ProblemType.GONE, "The audio has expired; it can be had again if expiresAt is moved later.");
        }
        var current = recording.audio().orElseThrow(() -> missing(recording));
        return number.filter(n -> n != current.number())
                .map(n -> earlier(recording, n))
                .orElse(current);
    }

    /** What to save a version as. */
    static String fileName(CallRecording recording, AudioVersion version) {
        var suffix = version.number() == 1 ? "" : "-v" + version.number();
        return recording.id() + suffix + "." + version.measures().format().extension();
    }

    private AudioVersion earlier(CallRecording recording, int number) {
        var version = store.versions(recording.tenant(), recording.id()).stream()
                .filter(found -> found.number() == number)
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "The recording has no version " + number + "."));
        if (version.purged()) {
            throw new ProblemException(ProblemType.GONE, "Version " + number + " has been purged.");
        }
        return version;
    }

    private static ProblemException missing(CallRecording recording) {
        return recording
                .failure()
                .map(Failure::message)
                .map(why -> new ProblemException(ProblemType.UNPROCESSABLE_AUDIO, why))
                .orElseGet(() -> new ProblemException(
                        ProblemType.NOT_READY,
                        "The audio is not there yet; the recording is " + recording.status() + "."));
    }
}
