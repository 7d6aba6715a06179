package io.tapedeck.json;

import io.tapedeck.audio.Action;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Job;
import java.time.Instant;
import java.util.Optional;

/** A Job as the HTTP contract writes it. */
public record JobView(
        String id,
        String recording,
        Action action,
        Job.State status,
        double progress,
        Optional<Failure> failure,
        Optional<ResultView> result,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> finished,
        int attempts) {

    /** The same with the address of the file that it made, if there is one. */
    public JobView at(Optional<String> url) {
        return new JobView(
                id,
                recording,
                action,
                status,
                progress,
                failure,
                result.map(made -> url.map(made::at).orElse(made)),
                created,
                started,
                finished,
                attempts);
    }

    /** What the contract shows of a job. */
    public static JobView of(Job job) {
        return new JobView(
                job.id().toString(),
                job.recording().toString(),
                job.action(),
                job.execution().status(),
                job.execution().progress(),
                job.execution().failure(),
                job.execution().result().map(ResultView::of),
                job.created(),
                job.execution().started(),
                job.execution().finished(),
                job.execution().attempts());
    }
}
