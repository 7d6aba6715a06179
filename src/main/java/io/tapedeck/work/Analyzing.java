package io.tapedeck.work;

import io.tapedeck.analysis.Analyst;
import io.tapedeck.analysis.AnalyticsStore;
import io.tapedeck.analysis.Disclosure;
import io.tapedeck.analysis.RecordedCall;
import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.analytics.Call;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.Redaction;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.AudioStores;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredAnalytics;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.TranscriptStore;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Works out the figures of the current version of a recording's audio, from its sound and what is said in it. */
public final class Analyzing implements Work<Analysis> {
    private static final Failure AUDIO_GONE =
            new Failure("source-gone", "The audio that this job was to analyze no longer exists.");

    private final Recordings recordings;
    private final RecordingStore store;
    private final AudioStores audio;
    private final SoundAnalyzer ears;
    private final TranscriptStore transcripts;
    private final Analyst analyst;
    private final AnalyticsStore analytics;

    public Analyzing(
            Recordings recordings,
            RecordingStore store,
            AudioStores audio,
            SoundAnalyzer ears,
            TranscriptStore transcripts,
            Analyst analyst,
            AnalyticsStore analytics) {
        this.recordings = recordings;
        this.store = store;
        this.audio = audio;
        this.ears = ears;
        this.transcripts = transcripts;
        this.analyst = analyst;
        this.analytics = analytics;
    }

    @Override
    public Outcome perform(Analysis task, CallRecording recording, Job job, Path folder, DoubleConsumer progress) {
        var version = recording.audio();
        if (version.isEmpty()) {
            return new Outcome.Impossible(AUDIO_GONE);
        }
        var transcript = version.get()
                .transcript()
                .flatMap(stored ->
                        transcripts.find(stored, version.get().measures().duration()));
        var call = new RecordedCall(recording, version.get(), transcript);
        try {
            call.checkSpeakers(task);
        } catch (ProblemException e) {
            return new Outcome.Impossible(new Failure("unknown-speaker", e.getMessage()));
        }
        var sound = ears.listen(Sources.input(audio, version.get()), folder, progress);
        return keep(task, call.with(sound), disclosure(call), version.get(), job);
    }

    /** What is personal leaves only after it was taken out, where that is to be done or was done before. */
    private Disclosure disclosure(RecordedCall call) {
        var recording = call.recording();
        var isAwaited = recording.jobs().queue().stream()
                .flatMap(id -> store.job(recording.tenant(), recording.id(), id).stream())
                .anyMatch(job -> job.task() instanceof Redaction redaction && !redaction.preview());
        var isUndone = call.version().redactions().isPresent()
                && call.transcript().filter(said -> !said.redacted()).isPresent();
        return isAwaited || isUndone ? Disclosure.WITHHELD : Disclosure.ALLOWED;
    }

    private Outcome keep(Analysis task, Call call, Disclosure disclosure, AudioVersion version, Job job) {
        var document = ObjectKey.analytics(
                job.tenant(), job.recording(), job.resultName(job.dispatch().holder()));
        analytics.put(document, analyst.analyze(call, task, disclosure));
        var heard = call.transcript().flatMap(_ -> version.transcript()).map(StoredTranscript::id);
        return new Outcome.Analyzed(
                new StoredAnalytics(document, heard, recordings.now()), new Analysis.Result(version.number()));
    }
}
