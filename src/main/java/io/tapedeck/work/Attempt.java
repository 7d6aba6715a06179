package io.tapedeck.work;

import io.tapedeck.id.JobId;
import io.tapedeck.recording.Change;

/** What became of a job that a worker was told of. */
public sealed interface Attempt {
    /**
     * It is done.
     *
     * @param seconds length of the audio that it made; 0 where the audio stayed as it was
     */
    record Completed(double seconds) implements Attempt {}

    /** It failed for good. */
    record Failed() implements Attempt {}

    /** It will be tried again. */
    record Postponed() implements Attempt {}

    /** It goes on outside. */
    record Handed() implements Attempt {}

    /** The worker did not hold the job: it was over, another's, or its recording was gone. */
    record NotHeld() implements Attempt {}

    /** What the change says by which the worker gave the job back. */
    static Attempt of(Change change, JobId mine) {
        var state = change.jobs().stream()
                .filter(job -> job.id().equals(mine))
                .map(job -> job.execution().status())
                .findFirst();
        return switch (state.orElseThrow()) {
            case SUCCEEDED ->
                new Completed(change.versions().stream()
                        .mapToDouble(version -> version.measures().duration())
                        .sum());
            case FAILED -> new Failed();
            case RUNNING -> new Handed();
            case AWAITING_UPLOAD, QUEUED -> new Postponed();
        };
    }
}
