package io.tapedeck.work;

import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Clip;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.Move;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Transcription;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.work.Work.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** The work that each kind of task takes. */
public record WorkByTask(
        Work<Ingest> ingest,
        Work<AudioTask> audio,
        Work<Transcription> speech,
        Work<Analysis> figures,
        Work<Redaction> redaction,
        Work<Export> export,
        Work<Clip> clips,
        Work<Move> moves) {
    Outcome perform(CallRecording recording, Job job, Path folder, DoubleConsumer progress) throws IOException {
        return switch (job.task()) {
            case Ingest task -> ingest.perform(task, recording, job, folder, progress);
            case AudioTask task -> audio.perform(task, recording, job, folder, progress);
            case Transcription task -> speech.perform(task, recording, job, folder, progress);
            case Redaction task -> redaction.perform(task, recording, job, folder, progress);
            case Export task -> export.perform(task, recording, job, folder, progress);
            case Clip task -> clips.perform(task, recording, job, folder, progress);
            case Move task -> moves.perform(task, recording, job, folder, progress);
            case Analysis task -> figures.perform(task, recording, job, folder, progress);
        };
    }
}
