package io.tapedeck.work;

import io.tapedeck.analysis.Analyst;
import io.tapedeck.analysis.AnalyticsStore;
import io.tapedeck.analysis.Disclosure;
import io.tapedeck.analysis.RecordedCall;
import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.analytics.Call;
import io.tapedeck.audio.Analysis;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
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
    private final AudioStores audio;
    private final SoundAnalyzer ears;
    private final TranscriptStore transcripts;
    private final Analyst analyst;
    private final AnalyticsStore analytics;

    public Analyzing(
            Recordings recordings,
            AudioStores audio,
            SoundAnalyzer ears,
            TranscriptStore transcripts,
            Analyst analyst,
            AnalyticsStore analytics) {
        this.recordings = recordings;
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
        return keep(task, call.with(sound), version.get(), job);
    }

    private Outcome keep(Analysis task, Call call, AudioVersion version, Job job) {
        var document = ObjectKey.analytics(
                job.tenant(), job.recording(), job.resultName(job.dispatch().holder()));
        analytics.put(document, analyst.analyze(call, task, Disclosure.ALLOWED));
        var heard = call.transcript().flatMap(_ -> version.transcript()).map(StoredTranscript::id);
        return new Outcome.Analyzed(
                new StoredAnalytics(document, heard, recordings.now()), new Analysis.Result(version.number()));
    }
}
