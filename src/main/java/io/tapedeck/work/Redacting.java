package io.tapedeck.work;

import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.redaction.RedactedCall;
import io.tapedeck.redaction.Redactor;
import io.tapedeck.redaction.Sound;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.transcript.EngineChoice;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * Takes personal data out of a recording. What it looks for it looks for in the transcript; without one it has what is said
 * written down first, and keeps nothing of that but what may stay.
 */
public final class Redacting implements Work<Redaction> {
    /** Where the parts of the work end, of 1. */
    private static final double TRANSCRIBED = 0.6;

    private static final double LISTENED = 0.7;

    static final Failure HELD =
            new Failure("legal-hold", "The recording is under legal hold; a redaction would destroy what is held.");

    private static final Outcome UNAVAILABLE = new Outcome.Impossible(new Failure(
            "transcriber-unavailable",
            "The recording has no transcript, and this deployment has no engine that would make one."));

    private final RecordingStore store;
    private final AudioStore audio;
    private final TranscriptStore transcripts;
    private final EngineChoice choice;
    private final Speech speech;
    private final SoundAnalyzer ears;
    private final Supplier<Redactor> redactor;
    private final RedactedVersions versions;

    /** @param redactor asked for where there is something to redact: it reads lists of names and words */
    public Redacting(
            RecordingStore store,
            AudioStore audio,
            TranscriptStore transcripts,
            EngineChoice choice,
            Speech speech,
            SoundAnalyzer ears,
            Supplier<Redactor> redactor,
            RedactedVersions versions) {
        this.store = store;
        this.audio = audio;
        this.transcripts = transcripts;
        this.choice = choice;
        this.speech = speech;
        this.ears = ears;
        this.redactor = redactor;
        this.versions = versions;
    }

    @Override
    public Outcome perform(Redaction task, CallRecording recording, Job job, Path folder, DoubleConsumer progress)
            throws IOException {
        var sources = new Sources(store).of(recording, job);
        if (sources.isEmpty()) {
            return Sources.GONE;
        } else if (recording.isHeldAgainst(task)) {
            return new Outcome.Impossible(HELD);
        }
        var source = sources.get().getFirst();
        var obstacle = task.obstacle(List.of(source.measures()));
        if (obstacle.isPresent()) {
            return new Outcome.Impossible(obstacle.get());
        }
        var attempt = new RedactionAttempt(task, recording, job, source, folder);
        var written = source.transcript()
                .flatMap(stored -> transcripts.find(stored, source.measures().duration()));
        return written.isPresent() || task.entities().isEmpty()
                ? redact(attempt, written, progress)
                : transcribe(attempt, progress);
    }

    private Outcome transcribe(RedactionAttempt attempt, DoubleConsumer progress) throws IOException {
        var engine = choice.forAnyCall();
        return engine.isEmpty()
                ? UNAVAILABLE
                : speech.transcribe(
                        Transcription.by(engine.get()),
                        attempt.recording(),
                        attempt.source(),
                        attempt.job(),
                        attempt.folder("speech"),
                        part -> progress.accept(part * TRANSCRIBED),
                        said -> redact(attempt, Optional.of(said), progress));
    }

    private Outcome redact(RedactionAttempt attempt, Optional<Transcript> said, DoubleConsumer progress)
            throws IOException {
        var source = attempt.source();
        var sound = new Sound(source.measures().duration(), source.measures().channels());
        var call = redactor.get().redact(attempt.task(), sound, said, keypad(attempt, progress));
        return attempt.task().preview()
                ? preview(call)
                : versions.make(attempt, call, part -> progress.accept(LISTENED + part * (1 - LISTENED)));
    }

    private List<Range> keypad(RedactionAttempt attempt, DoubleConsumer progress) throws IOException {
        if (!attempt.task().cutsKeypad()) {
            return List.of();
        }
        return ears.listen(
                        Sources.input(audio, attempt.source()),
                        attempt.folder("keypad"),
                        part -> progress.accept(TRANSCRIBED + part * (LISTENED - TRANSCRIBED)))
                .keypad();
    }

    private static Outcome preview(RedactedCall call) {
        return new Outcome.Unchanged(
                new Redaction.Result(Optional.empty(), call.plan().findings(), call.notes()));
    }
}
