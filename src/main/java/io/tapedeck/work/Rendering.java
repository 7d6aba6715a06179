package io.tapedeck.work;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Plan;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.storage.AudioStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Makes a new version of the audio: of the current one, or of those that the job names. */
public final class Rendering implements Work<AudioTask> {
    private final RecordingStore store;
    private final AudioStore audio;
    private final AudioProcessor processor;
    private final NewVersions versions;
    private final FollowingTranscript transcripts;

    public Rendering(
            RecordingStore store,
            AudioStore audio,
            AudioProcessor processor,
            NewVersions versions,
            FollowingTranscript transcripts) {
        this.store = store;
        this.audio = audio;
        this.processor = processor;
        this.versions = versions;
        this.transcripts = transcripts;
    }

    @Override
    public Outcome perform(AudioTask task, CallRecording recording, Job job, Path folder, DoubleConsumer progress)
            throws IOException {
        var sources = new Sources(store).of(recording, job);
        if (sources.isEmpty()) {
            return Sources.GONE;
        }
        var measures = sources.get().stream().map(AudioVersion::measures).toList();
        return switch (task.plan(measures)) {
            case Plan.Infeasible(var failure) -> new Outcome.Impossible(failure);
            case Plan.Feasible(var encoding) -> {
                var draft = versions.draft(recording, job, sources.get());
                yield outcome(task, draft, processor.produce(task, encoding, inputs(sources.get()), folder, progress));
            }
        };
    }

    private Outcome outcome(AudioTask task, VersionDraft draft, Production production) throws IOException {
        return switch (production) {
            case Produced produced -> keep(task, draft, produced);
            case Production.Unchanged(var result) ->
                draft.isFirst() ? copy(task, draft, result) : new Outcome.Unchanged(result);
            case Production.Impossible(var failure) -> new Outcome.Impossible(failure);
        };
    }

    private List<AudioInput> inputs(List<AudioVersion> sources) {
        return sources.stream().map(version -> Sources.input(audio, version)).toList();
    }

    private Outcome keep(AudioTask task, VersionDraft draft, Produced produced) throws IOException {
        var kept = versions.keep(draft, produced);
        var result = produced.result();
        var heard = transcripts.follow(kept, draft.sources(), draft.job(), task, result, draft.now());
        return made(task, draft, heard, result);
    }

    /** A new recording gets the audio as it is where nothing was to be gained by changing it. */
    private Outcome copy(AudioTask task, VersionDraft draft, AudioResult result) {
        return versions.copy(draft)
                .map(kept -> transcripts.copy(kept, draft.sources().getFirst(), draft.job(), draft.now()))
                .map(heard -> made(task, draft, heard, result))
                .orElse(Sources.GONE);
    }

    private static Outcome made(AudioTask task, VersionDraft draft, AudioVersion version, AudioResult result) {
        var redacted = FollowingRedactions.of(draft, task, version, result).map(version::with);
        return new Outcome.Made(redacted.orElse(version), result.making(version.number()));
    }
}
