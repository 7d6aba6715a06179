package io.tapedeck.http;

import io.tapedeck.access.Scope;
import io.tapedeck.audio.Export;
import io.tapedeck.http.SecureLinks.Grant;
import io.tapedeck.id.Seconds;
import io.tapedeck.json.JobView;
import io.tapedeck.json.RecordingView;
import io.tapedeck.json.RecordingView.Addresses;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.json.UrlView;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Shows recordings and their jobs to callers, with the addresses that each may have. */
public final class Answers {
    private static final Duration SECURE_URL = Duration.ofMinutes(15);

    private final RecordingViews views;
    private final SecureLinks links;
    private final Clock clock;

    public Answers(RecordingViews views, SecureLinks links, Clock clock) {
        this.views = views;
        this.links = links;
        this.clock = clock;
    }

    /** The recording with its ETag. */
    public Reply recording(int status, Request request, CallRecording recording) {
        return recording(status, recording, view(request, recording));
    }

    /** A view of the recording with its ETag. */
    public Reply recording(int status, CallRecording recording, RecordingView view) {
        return Reply.of(status, view).with("etag", Conditions.etag(recording));
    }

    /** The recording as this caller may see it. */
    public RecordingView view(Request request, CallRecording recording) {
        var address = address(request, recording);
        var secure = recording
                .audio()
                .filter(_ -> mayFetch(request, recording))
                .map(_ -> request.base() + links.path(grant(recording)));
        var export = recording.jobs().latest().flatMap(job -> export(request, recording, job));
        return views.view(
                recording,
                new Addresses(
                        Optional.of(address + "/download"),
                        secure,
                        Optional.of(address + "/transcript"),
                        export.map(UrlView::url)));
    }

    /** A job of the recording as this caller may see it. */
    public JobView job(Request request, CallRecording recording, Job job) {
        return JobView.of(job).at(export(request, recording, job).map(UrlView::url));
    }

    /** Where this caller can fetch what a job of the recording has exported; empty if that is not to be had. */
    public Optional<UrlView> export(Request request, CallRecording recording, Job job) {
        return job.execution()
                .result()
                .flatMap(result -> result instanceof Export.Result made ? Optional.of(made) : Optional.empty())
                .filter(made -> made.since() == recording.history().redaction()
                        && made.expiresAt().isAfter(now())
                        && mayFetch(request, recording))
                .map(made -> new UrlView(request.base() + links.path(grant(recording, job, made)), made.expiresAt()));
    }

    private boolean mayFetch(Request request, CallRecording recording) {
        return request.caller()
                        .filter(caller -> caller.scopes().contains(Scope.DOWNLOAD))
                        .isPresent()
                && !recording.lifecycle().isDeleted()
                && !recording.retention().isExpired(now());
    }

    /** The address of a recording in the API. */
    public static String address(Request request, CallRecording recording) {
        return request.base() + "/v1/recordings/" + recording.id();
    }

    private Grant grant(CallRecording recording) {
        return new Grant(
                recording.tenant(),
                recording.id(),
                Optional.empty(),
                Optional.empty(),
                now().plus(SECURE_URL),
                recording.history().redaction(),
                false,
                Optional.empty());
    }

    private static Grant grant(CallRecording recording, Job job, Export.Result made) {
        return new Grant(
                recording.tenant(),
                recording.id(),
                Optional.empty(),
                Optional.of(job.id()),
                made.expiresAt(),
                made.since(),
                false,
                Optional.empty());
    }

    private Instant now() {
        return Seconds.now(clock);
    }
}
