package io.tapedeck.work;

import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.JobResult;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Task;
import io.tapedeck.audio.Transcription;
import io.tapedeck.id.StorageName;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.storage.StoredAnalytics;
import io.tapedeck.storage.StoredTranscript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * What a worker does for a job that it holds.
 *
 * @param <T> the kind of task
 */
public interface Work<T extends Task> {
    /**
     * Does it, or goes on with what an earlier holder of the job has handed out. What is thrown may go well another time.
     *
     * @param folder where files may lie meanwhile; empty at first, and emptied by the caller
     * @param progress is told how far the work is, from 0 to 1
     */
    Outcome perform(T task, CallRecording recording, Job job, Path folder, DoubleConsumer progress) throws IOException;

    /** What became of it. */
    sealed interface Outcome {
        /** A version whose audio and waveform are in the store. */
        record Made(AudioVersion version, JobResult result) implements Outcome {}

        /** The audio stays as it is: it is best left so, or nothing else was asked for. */
        record Unchanged(JobResult result) implements Outcome {}

        /**
         * What is said in the current version, whose transcript is in the store. One that came while this one was made stays.
         */
        record Transcribed(StoredTranscript transcript, Transcription.Result result) implements Outcome {}

        /** The figures of the current version, which are in the store. */
        record Analyzed(StoredAnalytics analytics, Analysis.Result result) implements Outcome {}

        /**
         * A version without what was personal in it, which is in the store: a new one, or the current one in which there was nothing.
         *
         * @param heard id of the transcript in which it was looked for, absent if the recording had none; not to be used if it has
         *     another by now
         */
        record Redacted(AudioVersion version, Optional<String> heard, Redaction.Result result) implements Outcome {}

        /**
         * An export that is in the store: of the recording as it was read, and not to be handed out if that has been redacted or has
         * other audio by now.
         */
        record Exported(Export.Result result) implements Outcome {}

        /** All of the recording lies in another storage, absent for the deployment's own, and nowhere else. */
        record Moved(Optional<StorageName> storage) implements Outcome {}

        /** Time is up; what this holder has kept is there for the next one, who is to go on at once. */
        record Unfinished() implements Outcome {}

        /**
         * It goes on outside, where no worker is needed. What this holder has put under a name of its own in the store is not
         * kept for the next one.
         *
         * @param until when it is to be performed again, to ask what came of it
         */
        record Handed(Instant until) implements Outcome {}

        /** It cannot be done, whatever is tried. */
        record Impossible(Failure failure) implements Outcome {}
    }
}
