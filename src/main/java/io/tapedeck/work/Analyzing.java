package io.tapedeck.work;

import io.tapedeck.analysis.Disclosure;
import io.tapedeck.analysis.RecordedCall;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.Redaction;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.transcript.TranscriptStore;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Works out the figures of the current version of a recording's audio, from its sound and what is said in it. */
public final class Analyzing implements Work<Analysis> {
    private static final Failure AUDIO_GONE =
            new Failure("source-gone", "The audio that this job was to analyze no longer exists.");

    private final JobQueue queue;
    private final AudioStore audio;
    private final TranscriptStore transcripts;
    private final Figures figures;

    public Analyzing(JobQueue queue, AudioStore audio, TranscriptStore transcripts, Figures figures) {
        this.queue = queue;
        this.audio = audio;
        this.transcripts = transcripts;
        this.figures = figures;
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
        var input = Sources.input(audio, version.get());
        var kept = figures.keep(call, task, disclosure(call), input, job, folder, progress);
        return new Outcome.Analyzed(kept, new Analysis.Result(version.get().number()));
    }

    /** What is personal leaves only after it was taken out, where that is to be done or was done before. */
    private Disclosure disclosure(RecordedCall call) {
        var isAwaited = queue.behind(call.recording()).stream()
                .anyMatch(job -> job.task() instanceof Redaction redaction && !redaction.preview());
        var isUndone = call.version().redactions().isPresent()
                && call.transcript().filter(said -> !said.redacted()).isPresent();
        return isAwaited || isUndone ? Disclosure.WITHHELD : Disclosure.ALLOWED;
    }
}
