package io.tapedeck.work;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.AudioStores;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.Transcriber.Answer;
import io.tapedeck.transcript.Transcribers;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.transcription.Roles;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Writes down what is said in the current version of a recording's audio. */
public final class Transcribing implements Work<Transcription> {
    private static final Failure AUDIO_GONE =
            new Failure("source-gone", "The audio that this job was to transcribe no longer exists.");

    private final Recordings recordings;
    private final AudioStores audio;
    private final Transcribers engines;
    private final TranscriptStore transcripts;

    /** @param engines that there are here */
    public Transcribing(Recordings recordings, AudioStores audio, Transcribers engines, TranscriptStore transcripts) {
        this.recordings = recordings;
        this.audio = audio;
        this.engines = engines;
        this.transcripts = transcripts;
    }

    @Override
    public Outcome perform(Transcription task, CallRecording recording, Job job, Path folder, DoubleConsumer progress) {
        var version = recording.audio();
        if (version.isEmpty()) {
            return new Outcome.Impossible(AUDIO_GONE);
        }
        var engine = engines.of(task.engine());
        if (engine.isEmpty()) {
            return new Outcome.Impossible(unavailable(task.engine()));
        }
        var request = task.orSpeakers(recording.details().participants().size());
        return switch (engine.get().transcribe(Sources.speech(audio, version.get(), job), request, folder, progress)) {
            case Answer.Done(var transcript) -> keep(transcript, recording, version.get(), job);
            case Answer.Handed(var after) -> new Outcome.Handed(recordings.now().plus(after));
            case Answer.Unfinished() -> new Outcome.Unfinished();
            case Answer.Failed(var failure) -> new Outcome.Impossible(failure);
        };
    }

    private static Failure unavailable(SpeechEngine engine) {
        return new Failure(
                "transcriber-unavailable",
                "The engine %s is not set up in this deployment any more.".formatted(engine));
    }

    private Outcome keep(Transcript heard, CallRecording recording, AudioVersion version, Job job) {
        var named = heard.withRoles(Roles.of(recording.details().participants()));
        var transcript = version.redactions().isPresent() ? named.ofRedacted() : named;
        var document = ObjectKey.transcript(
                job.tenant(), job.recording(), job.resultName(job.dispatch().holder()));
        var stored = transcripts.put(job.id().ulid(), document, transcript, recordings.now());
        return new Outcome.Transcribed(stored, new Transcription.Result(version.number(), transcript.wordCount()));
    }
}
