package io.tapedeck.work;

import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Recordings;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Writes down what is said in the current version of a recording's audio. */
public final class Transcribing implements Work<Transcription> {
    private static final Failure AUDIO_GONE =
            new Failure("source-gone", "The audio that this job was to transcribe no longer exists.");

    private final Recordings recordings;
    private final Speech speech;
    private final TranscriptStore transcripts;

    public Transcribing(Recordings recordings, Speech speech, TranscriptStore transcripts) {
        this.recordings = recordings;
        this.speech = speech;
        this.transcripts = transcripts;
    }

    @Override
    public Outcome perform(Transcription task, CallRecording recording, Job job, Path folder, DoubleConsumer progress)
            throws IOException {
        var version = recording.audio();
        return version.isEmpty()
                ? new Outcome.Impossible(AUDIO_GONE)
                : speech.transcribe(
                        task, recording, version.get(), job, folder, progress, said -> keep(said, version.get(), job));
    }

    private Outcome keep(Transcript said, AudioVersion version, Job job) {
        var transcript = version.redactions().isPresent() ? said.ofRedacted() : said;
        var document = job.transcript().in(version.file().key().storage());
        var stored = transcripts.put(job.id().ulid(), document, transcript, recordings.now());
        return new Outcome.Transcribed(stored, new Transcription.Result(version.number(), transcript.wordCount()));
    }
}
