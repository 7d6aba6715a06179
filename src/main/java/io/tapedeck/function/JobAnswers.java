package io.tapedeck.function;

import io.tapedeck.http.Answers;
import io.tapedeck.http.Preferences;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.AudioJobs.Accepted;
import io.tapedeck.recording.Recordings;
import java.time.Duration;

/** Tells of jobs that were accepted: at once, or when they are over where the caller would rather wait. */
final class JobAnswers {
    private final Answers answers;
    private final AudioJobs jobs;
    private final Recordings recordings;

    JobAnswers(Answers answers, AudioJobs jobs, Recordings recordings) {
        this.answers = answers;
        this.jobs = jobs;
        this.recordings = recordings;
    }

    /** 202 with the recording, or 200 with what the job made of it. */
    Reply of(Request request, Accepted accepted) {
        var recording = accepted.recording();
        var location =
                "/v1/recordings/" + recording.id() + "/jobs/" + accepted.job().id();
        return Preferences.patience(request)
                .filter(patience -> isOverWithin(patience, accepted))
                .map(patience -> answers.recording(200, request, recordings.get(recording.tenant(), recording.id()))
                        .with("preference-applied", "wait=" + patience.toSeconds()))
                .orElseGet(() -> answers.recording(202, request, recording))
                .with("location", location);
    }

    private boolean isOverWithin(Duration patience, Accepted accepted) {
        var recording = accepted.recording();
        return jobs.await(recording.tenant(), recording.id(), accepted.job().id(), patience)
                .isOver();
    }
}
