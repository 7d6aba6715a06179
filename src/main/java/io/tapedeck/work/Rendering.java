package io.tapedeck.work;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Plan;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.AudioStores;
import io.tapedeck.storage.WaveformStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** Makes a new version of the audio: of the current one, or of those that the job names. */
public final class Rendering implements Work<AudioTask> {
    private static final Outcome SOURCE_GONE =
            new Outcome.Impossible(new Failure("source-gone", "The audio was deleted after the job was accepted."));

    private final Recordings recordings;
    private final RecordingStore store;
    private final AudioStores audio;
    private final AudioProcessor processor;
    private final WaveformStore waveforms;
    private final FollowingTranscript transcripts;
    private final Function<AudioTask, String> requests;

    /** @param requests from a task to the JSON text of what was asked */
    public Rendering(
            Recordings recordings,
            RecordingStore store,
            AudioStores audio,
            AudioProcessor processor,
            WaveformStore waveforms,
            FollowingTranscript transcripts,
            Function<AudioTask, String> requests) {
        this.recordings = recordings;
        this.store = store;
        this.audio = audio;
        this.processor = processor;
        this.waveforms = waveforms;
        this.transcripts = transcripts;
        this.requests = requests;
    }

    @Override
    public Outcome perform(AudioTask task, CallRecording recording, Job job, Path folder, DoubleConsumer progress)
            throws IOException {
        var sources = new Sources(store).of(recording, job);
        if (sources.isEmpty()) {
            return SOURCE_GONE;
        }
        var measures = sources.get().stream().map(AudioVersion::measures).toList();
        return switch (task.plan(measures)) {
            case Plan.Infeasible(var failure) -> new Outcome.Impossible(failure);
            case Plan.Feasible(var encoding) -> {
                var draft = draft(recording, job, task, sources.get());
                yield outcome(task, draft, processor.produce(task, encoding, inputs(sources.get()), folder, progress));
            }
        };
    }

    private Outcome outcome(AudioTask task, VersionDraft draft, Production production) throws IOException {
        return switch (production) {
            case Produced produced -> keep(task, draft, produced);
            case Production.Unchanged(var result) ->
                draft.isFirst() ? copy(draft, result) : new Outcome.Unchanged(result);
            case Production.Impossible(var failure) -> new Outcome.Impossible(failure);
        };
    }

    private VersionDraft draft(CallRecording recording, Job job, AudioTask task, List<AudioVersion> sources) {
        var versions = store.versions(recording.tenant(), recording.id());
        var number = versions.isEmpty() ? 1 : versions.getLast().number() + 1;
        return new VersionDraft(job, number, requests.apply(task), recording.audio(), sources, recordings.now());
    }

    private List<AudioInput> inputs(List<AudioVersion> sources) {
        return sources.stream().map(version -> Sources.input(audio, version)).toList();
    }

    private Outcome keep(AudioTask task, VersionDraft draft, Produced produced) throws IOException {
        var version = draft.of(produced);
        var type = version.measures().format().contentType();
        var kept =
                version.storedAs(audio.own().put(version.file().key(), produced.file(), type, draft.encryptionKey()));
        waveforms.put(kept.file().key(), produced.waveform());
        var result = produced.result();
        var heard = transcripts.follow(kept, draft.sources(), draft.job(), task, result, draft.now());
        return new Outcome.Made(heard, result.making(kept.number()));
    }

    /** A new recording gets the audio as it is where nothing was to be gained by changing it. */
    private Outcome copy(VersionDraft draft, AudioResult result) {
        var source = draft.sources().getFirst();
        var version = draft.of(source);
        var type = version.measures().format().contentType();
        return audio.of(source.file().storage())
                .copy(source.file().key(), version.file().key(), type, draft.encryptionKey())
                .<Outcome>map(stored -> {
                    var kept = version.storedAs(stored);
                    waveforms.copy(source.file().key(), kept.file().key());
                    var heard = transcripts.copy(kept, source, draft.job(), draft.now());
                    return new Outcome.Made(heard, result.making(kept.number()));
                })
                .orElse(SOURCE_GONE);
    }
}
