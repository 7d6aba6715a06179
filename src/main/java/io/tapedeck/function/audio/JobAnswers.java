package io.tapedeck.function.audio;

import io.tapedeck.http.Answers;
import io.tapedeck.http.Preferences;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.AudioJobs.Accepted;
import io.tapedeck.recording.Deadline;
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
    Reply of(Request request, Accepted accepted) {
        var recording = accepted.recording();
        var location =
                "/v1/recordings/" + recording.id() + "/jobs/" + accepted.job().id();
        return Preferences.patience(request)
                .flatMap(patience -> over(patience, accepted)
                        .map(job -> answers.recording(200, request, recordings.get(recording.tenant(), recording.id()))
                                .with("preference-applied", "wait=" + patience.toSeconds())
                                .with("job-status", job.status().toString())))
                .orElseGet(() -> answers.recording(202, request, recording))
                .with("location", location);
    }

    /** The job, if it is over soon enough. */
    private Optional<Job> over(Duration patience, Accepted accepted) {
        var recording = accepted.recording();
        var job = jobs.await(recording.tenant(), recording.id(), accepted.job().id(), deadline.within(patience));
        return Optional.of(job).filter(Job::isOver);
    }
}
