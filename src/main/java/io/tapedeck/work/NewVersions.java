package io.tapedeck.work;

import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.Task;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.WaveformStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts the audio and the waveforms of new versions into the store. */
public final class NewVersions {
    private final Recordings recordings;
    private final RecordingStore store;
    private final AudioStore audio;
    private final WaveformStore waveforms;
    private final Function<Task, String> requests;

    /** @param requests from a task to the JSON text of what was asked */
    public NewVersions(
            Recordings recordings,
            RecordingStore store,
            AudioStore audio,
            WaveformStore waveforms,
            Function<Task, String> requests) {
        this.recordings = recordings;
        this.store = store;
        this.audio = audio;
        this.waveforms = waveforms;
        this.requests = requests;
    }

    /** The version that a job is about to make. */
    VersionDraft draft(CallRecording recording, Job job, List<AudioVersion> sources) {
        var versions = store.versions(recording.tenant(), recording.id());
        var number = versions.isEmpty() ? 1 : versions.getLast().number() + 1;
        return new VersionDraft(recording, job, number, requests.apply(job.task()), sources, recordings.now());
    }

    /** The version that was produced, which is in the store then. */
    AudioVersion keep(VersionDraft draft, Produced produced) throws IOException {
        var version = draft.of(produced);
        var type = version.measures().format().contentType();
        var kept = version.storedAs(audio.put(version.file().key(), produced.file(), type, draft.encryptionKey()));
        waveforms.put(kept.file().key(), produced.waveform());
        return kept;
    }

    /** The version that is the same as its only source, which is in the store then; empty if the source is gone. */
    Optional<AudioVersion> copy(VersionDraft draft) {
        var source = draft.sources().getFirst();
        var version = draft.of(source);
        var type = version.measures().format().contentType();
        return audio.copy(source.file().key(), version.file().key(), type, draft.encryptionKey())
                .map(stored -> {
                    var kept = version.storedAs(stored);
                    waveforms.copy(source.file().key(), kept.file().key());
                    return kept;
                });
    }
}
