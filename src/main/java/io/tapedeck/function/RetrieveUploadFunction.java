package io.tapedeck.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.ObjectKey;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Scope;
import io.tapedeck.recording.Uploads;
import java.util.List;
import java.util.Optional;

/** Hands out fresh upload URLs, and says which parts have arrived, so that an interrupted upload goes on. */
public class RetrieveUploadFunction {
    private final Exchange exchange;
    private final Recordings recordings;
    private final Uploads uploads;

    RetrieveUploadFunction(Exchange exchange, Recordings recordings, Uploads uploads) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.uploads = uploads;
    }

    @Funq("retrieveUpload")
    public APIGatewayV2HTTPResponse retrieveUpload(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "retrieveUpload", Scope.WRITE, this::retrieveUpload);
    }

    private Reply retrieveUpload(Request request) {
        request.query().only();
        var recording = recordings.change(request.tenant(), request.recording(), this::prolong);
        var key = ObjectKey.upload(recording.tenant(), recording.id());
        var ticket = uploads.issue(key, recording.intake().orElseThrow().upload(), recordings.now());
        return Reply.ok(UploadView.of(ticket)).with("cache-control", "no-store");
    }

    private Optional<Change> prolong(CallRecording recording) {
        Recordings.live(recording);
        var job = recording
                .job()
                .filter(latest -> latest.status() == Job.State.AWAITING_UPLOAD)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT,
                        "This recording does not wait for an upload: its job is "
                                + recording
                                        .job()
                                        .map(latest -> latest.status().toString())
                                        .orElse("none") + "."));
        var now = recordings.now();
        var prolonged = job.dueAt(now + Uploads.WINDOW.toSeconds());
        return Optional.of(
                new Change(recording.with(prolonged, recording.updated()), List.of(prolonged), List.of(), List.of()));
    }
}
