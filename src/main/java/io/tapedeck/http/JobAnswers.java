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
        return answer(request, accepted, (status, now) -> answers.recording(status, request, now.recording()));
    }

    /** The same with what was made of the call in place of the recording. It is not kept with an Idempotency-Key. */
    public Reply of(Request request, Accepted accepted, View view) {
        var reply = answer(request, accepted, view);
        return reply.status() == 200 ? reply.rememberedAs(accepted(accepted, view)) : reply;
    }

    private Reply answer(Request request, Accepted accepted, View view) {
        return Preferences.patience(request)
                .flatMap(patience -> over(patience, accepted)
                        .map(job -> view.reply(200, now(accepted, job))
                                .with("preference-applied", "wait=" + patience.toSeconds())
                                .with("job-status", job.execution().status().toString())))
                .map(reply -> reply.with("location", location(accepted)))
                .orElseGet(() -> accepted(accepted, view));
    }

    private static Reply accepted(Accepted accepted, View view) {
        return view.reply(202, accepted).with("location", location(accepted));
    }

    private static String location(Accepted accepted) {
        return "/v1/recordings/" + accepted.recording().id() + "/jobs/"
                + accepted.job().id();
    }

    private Accepted now(Accepted accepted, Job over) {
        var recording = accepted.recording();
        return new Accepted(recordings.get(recording.tenant(), recording.id()), over);
    }

    /** The job, if it is over soon enough. */
    private Optional<Job> over(Duration patience, Accepted accepted) {
        var recording = accepted.recording();
        var job = jobs.await(recording.tenant(), recording.id(), accepted.job().id(), deadline.within(patience));
        return Optional.of(job).filter(over -> over.execution().isOver());
    }

    /** Shows what was accepted, or what became of it. */
    public interface View {
        Reply reply(int status, Accepted now);
    }
}
