package io.tapedeck.http;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.AudioJobs.Accepted;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Recordings;
import java.time.Duration;
import java.util.Optional;

/** Tells of jobs that were accepted: at once, or when they are over where the caller would rather wait. */
public final class JobAnswers {
    private final Answers answers;
    private final AudioJobs jobs;
    private final Recordings recordings;
    private final Deadline deadline;

    public JobAnswers(Answers answers, AudioJobs jobs, Recordings recordings, Deadline deadline) {
        this.answers = answers;
        this.jobs = jobs;
        this.recordings = recordings;
        this.deadline = deadline;
    }

    /** 202 with the recording, or 200 with what the job made of it, and a header that says whether it failed. */
    public Reply of(Request request, Accepted accepted) {
        return of(request, accepted, (status, now) -> answers.recording(status, request, now.recording()));
    }

    /** The same with something else shown than the recording. */
    public Reply of(Request request, Accepted accepted, View view) {
        var recording = accepted.recording();
        var location =
                "/v1/recordings/" + recording.id() + "/jobs/" + accepted.job().id();
        return Preferences.patience(request)
                .flatMap(patience -> over(patience, accepted)
                        .map(job -> view.reply(200, now(accepted, job))
                                .with("preference-applied", "wait=" + patience.toSeconds())
                                .with("job-status", job.status().toString())))
                .orElseGet(() -> view.reply(202, accepted))
                .with("location", location);
    }

    private Accepted now(Accepted accepted, Job over) {
        var recording = accepted.recording();
        return new Accepted(recordings.get(recording.tenant(), recording.id()), over);
    }

    /** The job, if it is over soon enough. */
    private Optional<Job> over(Duration patience, Accepted accepted) {
        var recording = accepted.recording();
        var job = jobs.await(recording.tenant(), recording.id(), accepted.job().id(), deadline.within(patience));
        return Optional.of(job).filter(Job::isOver);
    }

    /** Shows what was accepted, or what became of it. */
    public interface View {
        Reply reply(int status, Accepted now);
    }
}
