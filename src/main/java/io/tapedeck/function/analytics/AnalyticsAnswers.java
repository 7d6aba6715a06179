package io.tapedeck.function.analytics;

import io.tapedeck.analysis.RecordingAnalytics;
import io.tapedeck.analysis.WrittenAnalytics;
import io.tapedeck.http.Reply;
import io.tapedeck.json.analytics.AnalyticsViews;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.AudioJobs.Accepted;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Finding;
import io.tapedeck.recording.Job;

/** Shows analytics to callers. */
public final class AnalyticsAnswers {
    private final RecordingAnalytics analytics;
    private final AnalyticsViews views;

    public AnalyticsAnswers(RecordingAnalytics analytics, AnalyticsViews views) {
        this.analytics = analytics;
        this.views = views;
    }

    /** The analytics that a job made, or is to make. */
    Reply job(int status, Accepted now) {
        return now.job().execution().status() == Job.State.SUCCEEDED
                ? found(status, now.recording())
                : Reply.of(status, views.unwritten(now.job()));
    }

    /**
     * What there is.
     *
     * @throws ProblemException not-found if there is none and none to come; gone if the recording is
     */
    Reply found(int status, CallRecording recording) {
        var finding = analytics.find(recording);
        var reply = Reply.of(status, views.of(recording.id(), finding).orElseThrow(() -> none(recording)));
        return finding instanceof Finding.Written(var written) ? reply.with("etag", etag(written)) : reply;
    }

    private static String etag(WrittenAnalytics written) {
        var name = written.stored().document().value();
        var id = name.substring(name.lastIndexOf('/') + 1, name.indexOf('.', name.lastIndexOf('/')));
        return "\"%s%s\"".formatted(id, written.stale() ? "-stale" : "");
    }

    private static ProblemException none(CallRecording recording) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "This recording has no analytics; POST /v1/recordings/%s/analyze makes some."
                        .formatted(recording.id()));
    }
}
