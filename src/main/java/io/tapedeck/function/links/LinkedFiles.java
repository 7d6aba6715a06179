package io.tapedeck.function.links;

import io.tapedeck.audio.Export;
import io.tapedeck.http.ContentDisposition;
import io.tapedeck.http.SecureLinks.Grant;
import io.tapedeck.id.JobId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.StoredObject;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a link opens. */
public final class LinkedFiles {
    private static final Actor ANYBODY = new Actor("share:link");
    private static final String ZIP = "application/zip";

    private final Recordings recordings;
    private final RecordingStore store;
    private final AudioFiles files;
    private final AudioStore audio;

    public LinkedFiles(Recordings recordings, RecordingStore store, AudioFiles files, AudioStore audio) {
        this.recordings = recordings;
        this.store = store;
        this.files = files;
        this.audio = audio;
    }

    /** @throws ProblemException not-found, gone, not-ready, unprocessable-audio */
    LinkedFile find(Grant grant) {
        var recording = recordings.get(grant.tenant(), grant.recording());
        requireSameRedaction(grant, recording);
        return grant.export()
                .map(job -> export(recordings.unexpired(recording), job))
                .orElseGet(() -> audio(grant, recording));
    }

    private static void requireSameRedaction(Grant grant, CallRecording recording) {
        if (grant.since() != recording.history().redaction()) {
            throw new ProblemException(
                    ProblemType.GONE, "The recording was redacted after this link was made; ask for a new one.");
        }
    }

    private LinkedFile audio(Grant grant, CallRecording recording) {
        var version = files.find(recording, grant.version(), Clearance.REDACTED);
        var name = grant.fileName().orElse(AudioFiles.fileName(recording, version));
        return new LinkedFile(
                recording,
                audio,
                version.file().key(),
                version.measures().format().contentType(),
                version.file().size(),
                grant.inline() ? ContentDisposition.INLINE.value(name) : ContentDisposition.ATTACHMENT.value(name),
                ANYBODY,
                Optional.empty());
    }

    /** Exports always lie with the deployment, wherever the audio is. */
    private LinkedFile export(CallRecording recording, JobId id) {
        return store.job(recording.tenant(), recording.id(), id)
                .filter(job -> isOfWhatIsShown(recording, job))
                .flatMap(job -> audio.find(job.export()).map(found -> export(recording, job, found)))
                .orElseThrow(() ->
                        new ProblemException(ProblemType.GONE, "This export has been removed; ask for a new one."));
    }

    /** What an administrator has had back for a while is in no export once it is out of reach again. */
    private boolean isOfWhatIsShown(CallRecording recording, Job job) {
        return job.execution().result().stream()
                .flatMap(result -> result instanceof Export.Result made ? made.version().stream() : Stream.empty())
                .allMatch(version -> files.isShown(recording, version, Clearance.REDACTED));
    }

    private LinkedFile export(CallRecording recording, Job job, StoredObject found) {
        return new LinkedFile(
                recording,
                audio,
                found.key(),
                ZIP,
                found.size(),
                ContentDisposition.ATTACHMENT.value(recording.id() + ".zip"),
                Actor.ofLink(job.id()),
                Optional.of(job));
    }
}
