package io.tapedeck.work;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.transcript.SpeechSource;
import io.tapedeck.work.Work.Outcome;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** Finds the audio that a job works on. */
final class Sources {
    /** What comes of a job whose audio is gone. */
    static final Outcome GONE =
            new Outcome.Impossible(new Failure("source-gone", "The audio was deleted after the job was accepted."));

    private final RecordingStore store;

    Sources(RecordingStore store) {
        this.store = store;
    }

    /** In the order of the job's inputs; empty if any of it is gone. */
    Optional<List<AudioVersion>> of(CallRecording recording, Job job) {
        if (job.inputs().isEmpty()) {
            return recording.audio().map(List::of);
        }
        var found = job.inputs().stream()
                .map(input -> version(job.tenant(), input))
                .flatMap(Optional::stream)
                .toList();
        return found.size() == job.inputs().size() ? Optional.of(found) : Optional.empty();
    }

    /** A version as what works on audio takes it. */
    static AudioInput input(AudioStore audio, AudioVersion version) {
        var file = version.file();
        return new AudioInput(
                version.measures(),
                () -> audio.open(file.key())
                        .orElseThrow(() -> new NoSuchFileException(file.key().value())));
    }

    /** A version as what transcribes takes it. */
    static SpeechSource speech(AudioStore audio, AudioVersion version, Job job) {
        return new SpeechSource(
                job.tenant(), job.recording(), job.id(), version.file().key(), input(audio, version));
    }

    private Optional<AudioVersion> version(TenantId tenant, Job.Input input) {
        return store.find(tenant, input.recording())
                .filter(recording -> !recording.lifecycle().isDeleted())
                .flatMap(recording -> recording
                        .audio()
                        .filter(current -> current.number() == input.version())
                        .or(() -> earlier(recording, input.version())));
    }

    private Optional<AudioVersion> earlier(CallRecording recording, int number) {
        return store.versions(recording.tenant(), recording.id()).stream()
                .filter(version -> version.number() == number && recording.shows(version, Clearance.REDACTED))
                .findFirst();
    }
}
