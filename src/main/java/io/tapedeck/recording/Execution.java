package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.JobResult;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Job.State;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a job has come, over all attempts at it.
 *
 * @param progress from 0 to 1
 * @param failure of the last attempt that failed, until another begins
 * @param result what the job did, once it succeeded
 * @param started when the last attempt began
 * @param finished when it was over
 * @param failures how many attempts ended without a result, of {@link Job#MAX_ATTEMPTS}
 */
public record Execution(
        State status,
        double progress,
        Optional<Failure> failure,
        Optional<JobResult> result,
        Optional<Instant> started,
        Optional<Instant> finished,
        int failures) {
    public Execution {
        requireNonNull(status);
        requireNonNull(failure);
        requireNonNull(result);
        requireNonNull(started);
        requireNonNull(finished);
    }

    /** One that has not begun. */
    public static Execution waiting(State status) {
        return new Execution(status, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** How often the job was tried. To go on with what was handed out is no attempt of its own. */
    public int attempts() {
        return switch (status) {
            case AWAITING_UPLOAD, QUEUED, FAILED -> failures;
            case RUNNING, SUCCEEDED -> failures + 1;
        };
    }

    /** Whether the job will never run again. */
    public boolean isOver() {
        return status == State.SUCCEEDED || status == State.FAILED;
    }

    /** The same, waiting for another attempt. One that was under way has failed. */
    public Execution requeued() {
        return new Execution(State.QUEUED, 0, failure, result, started, finished, attempts());
    }

    /** The same, waiting for another attempt after one that failed. */
    public Execution requeued(Failure reason) {
        return new Execution(State.QUEUED, 0, Optional.of(reason), result, started, finished, attempts());
    }

    /** The same with a new attempt under way. One that was so before has failed. */
    public Execution attempted(Instant now) {
        return new Execution(State.RUNNING, 0, Optional.empty(), result, Optional.of(now), finished, attempts());
    }

    /** The same as far as the work has come, from 0 to 1. */
    public Execution at(double reached) {
        return new Execution(status, reached, failure, result, started, finished, failures);
    }

    /** The same, done, as somebody else knows. */
    public Execution succeeded(Instant now) {
        return new Execution(State.SUCCEEDED, 1, Optional.empty(), result, started, Optional.of(now), failures);
    }

    /** The same, of which what was done so far is safe: attempts before it count no more. */
    public Execution kept() {
        return new Execution(status, progress, failure, result, started, finished, 0);
    }

    /** The same, done. */
    Execution succeeded(JobResult what, Instant now) {
        return new Execution(
                State.SUCCEEDED, 1, Optional.empty(), Optional.of(what), started, Optional.of(now), failures);
    }

    /** The same, failed for good. */
    public Execution failed(Failure reason, Instant now) {
        return new Execution(
                State.FAILED, progress, Optional.of(reason), result, started, Optional.of(now), attempts());
    }
}
