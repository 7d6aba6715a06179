package io.tapedeck.function.triggers;

import io.tapedeck.id.RecordingId;
import io.tapedeck.log.Invocation;
import io.tapedeck.log.InvocationOutcome;
import io.tapedeck.log.InvocationOutcome.Done;
import io.tapedeck.log.Metric;
import io.tapedeck.work.Attempt;
import java.util.HashSet;
import java.util.Set;

/** Counts what became of the jobs of an invocation, and has its line say so. */
final class JobTally {
    private final Invocation invocation;
    private final Set<RecordingId> recordings = new HashSet<>();
    private int completed;
    private int failed;
    private int postponed;
    private int handedOut;
    private int adopted;
    private int transcribed;
    private int rejected;
    private int errors;
    private double seconds;

    /** @param records how many things the invocation was told of */
    JobTally(Invocation invocation, int records) {
        this.invocation = invocation;
        invocation.count("records", records);
        measure();
    }

    /** Counts an attempt at a job of a recording. */
    void add(RecordingId recording, Attempt result) {
        recordings.add(recording);
        add(result);
    }

    /** Counts an attempt at what is of no recording alone. */
    void add(Attempt result) {
        switch (result) {
            case Attempt.Completed(var length) -> {
                completed++;
                seconds += length;
            }
            case Attempt.Failed() -> failed++;
            case Attempt.Postponed() -> postponed++;
            case Attempt.Handed() -> handedOut++;
            case Attempt.NotHeld() -> {}
        }
        measure();
    }

    /** Counts a file that became a recording. */
    void addAdopted(RecordingId recording) {
        recordings.add(recording);
        adopted++;
        measure();
    }

    /** Counts a file that became the transcript of a recording. */
    void addTranscribed(RecordingId recording) {
        recordings.add(recording);
        transcribed++;
        measure();
    }

    /** Counts a file that could not become a recording. */
    void addRejected() {
        rejected++;
        invocation.measure(Metric.REJECTED_UPLOADS, rejected);
    }

    /** Counts something that could not be dealt with and will come again. */
    void addError() {
        errors++;
        measure();
    }

    /** Says how the invocation ended, once it has come to its end. */
    void end() {
        invocation.ended(outcome());
    }

    private void measure() {
        invocation.about(recordings);
        invocation.count("postponed", postponed);
        invocation.count("handedOut", handedOut);
        invocation.count("adopted", adopted);
        invocation.count("transcripts", transcribed);
        invocation.count("errors", errors);
        invocation.measure(Metric.COMPLETED_JOBS, completed);
        invocation.measure(Metric.FAILED_JOBS, failed);
        invocation.measure(Metric.AUDIO_SECONDS, Math.round(seconds * 1000) / 1000.0);
    }

    private InvocationOutcome outcome() {
        if (errors > 0) {
            return Done.ERROR;
        } else if (failed > 0) {
            return Done.FAILED;
        } else if (rejected > 0) {
            return Done.REJECTED;
        } else if (postponed > 0) {
            return Done.POSTPONED;
        }
        return completed + adopted + transcribed + handedOut > 0 ? Done.COMPLETED : Done.NOTHING_TO_DO;
    }
}
