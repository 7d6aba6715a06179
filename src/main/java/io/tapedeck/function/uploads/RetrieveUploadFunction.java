package io.tapedeck.function.uploads;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.UploadView;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.RecordingStore.Commit;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Uploads;

/** Hands out fresh upload URLs, and says which parts have arrived, so that an interrupted upload goes on. */
public class RetrieveUploadFunction {
    private final Exchange exchange;
    private final Recordings recordings;
    private final RecordingStore store;
    private final Uploads uploads;

    RetrieveUploadFunction(Exchange exchange, Recordings recordings, RecordingStore store, Uploads uploads) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.store = store;
        this.uploads = uploads;
    }

    @Funq("retrieveUpload")
    public APIGatewayV2HTTPResponse retrieveUpload(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "retrieveUpload", Scope.WRITE, this::retrieveUpload);
    }

    private Reply retrieveUpload(Request request) {
        request.query().only();
        var recording = recordings.getLive(request.tenant(), request.recording());
        prolong(recording);
        var key = ObjectKey.upload(recording.tenant(), recording.id());
        var ticket = uploads.issue(key, recording.intake().orElseThrow().upload(), recordings.now());
        return Reply.ok(UploadView.of(ticket)).with("cache-control", "no-store");
    }

    private void prolong(CallRecording recording) {
        var deadline = recordings.now().plus(Uploads.WINDOW);
        var job = recording.jobs().queue().stream()
                .limit(1)
                .flatMap(head -> store.job(recording.tenant(), recording.id(), head).stream())
                .filter(head -> head.status() == Job.State.AWAITING_UPLOAD)
                .findFirst();
        if (job.isEmpty() || store.prolong(job.get().dueAt(deadline)) == Commit.STALE) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "This recording does not wait for an upload: its audio has arrived, or the upload was given up.");
        }
    }
}
