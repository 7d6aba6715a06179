package io.tapedeck.function.uploads;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.JobId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.MultipartStore;
import io.tapedeck.storage.MultipartStore.Assembly;
import io.tapedeck.storage.MultipartStore.Part;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.UploadStore;
import io.tapedeck.storage.UploadTerms;
import io.tapedeck.storage.Uploads;
import java.util.List;

/**
 * Finishes an upload in parts, once or as often as it is asked for. The store then tells of the whole object, which is
 * ingested like any other.
 */
public class CompleteUploadFunction {
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int MOST_PARTS = 10_000;

    private final Exchange exchange;
    private final Answers answers;
    private final Recordings recordings;
    private final RecordingStore store;
    private final UploadStore uploaded;
    private final MultipartStore multiparts;
    private final Uploads uploads;

    CompleteUploadFunction(
            Exchange exchange,
            Answers answers,
            Recordings recordings,
            RecordingStore store,
            UploadStore uploaded,
            MultipartStore multiparts,
            Uploads uploads) {
        this.exchange = exchange;
        this.answers = answers;
        this.recordings = recordings;
        this.store = store;
        this.uploaded = uploaded;
        this.multiparts = multiparts;
        this.uploads = uploads;
    }

    @Funq("completeUpload")
    public APIGatewayV2HTTPResponse completeUpload(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "completeUpload", Scope.WRITE, this::completeUpload);
    }

    private Reply completeUpload(Request request) {
        var parts = parts(request);
        var recording = recordings.getLive(request.tenant(), request.recording());
        var ingest = ingest(recording);
        recording.intake().map(Intake::upload).ifPresent(terms -> complete(recording, terms, parts));
        return answers.recording(202, request, recording)
                .with("location", "/v1/recordings/" + recording.id() + "/jobs/" + ingest.id());
    }

    /** The job that takes the audio in; it tells of an upload in parts long after that is over. */
    private Job ingest(CallRecording recording) {
        return store.job(recording.tenant(), recording.id(), JobId.first(recording.id()))
                .filter(job -> job.inParts() || isInParts(recording))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT, "This recording has no multipart upload to complete."));
    }

    /** Jobs that were accepted before they said so are known by what is awaited. */
    private static boolean isInParts(CallRecording recording) {
        return recording.intake().flatMap(intake -> intake.upload().multipart()).isPresent();
    }

    private void complete(CallRecording recording, UploadTerms terms, List<Part> parts) {
        var key = ObjectKey.upload(recording.tenant(), recording.id());
        var multipart = terms.multipart().orElseThrow();
        uploads.missing(key, terms, multipart, parts).ifPresent(reason -> {
            throw ProblemException.invalid("/parts", reason);
        });
        switch (multiparts.complete(key, multipart.id(), parts)) {
            case Assembly.Assembled() -> {}
            case Assembly.Refused(var reason) -> throw ProblemException.invalid("/parts", reason);
            case Assembly.NotUnderWay() -> requireArrived(recording, key);
        }
    }

    private static List<Part> parts(Request request) {
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var parts = body.required("parts", body.objects("parts", 1, MOST_PARTS, CompleteUploadFunction::part));
        body.done();
        request.query().only();
        errors.refuse();
        return parts.orElseThrow();
    }

    private static Part part(Fields fields) {
        var number = fields.required("partNumber", fields.integer("partNumber", 1, MOST_PARTS));
        var etag = fields.required("etag", fields.text("etag", 256));
        fields.done();
        return new Part(number.orElse(0L).intValue(), etag.orElse(""));
    }

    /** What has been put together before lies there, or has been taken in by now. */
    private void requireArrived(CallRecording recording, ObjectKey key) {
        if (uploaded.find(key).isEmpty()
                && recordings
                        .getLive(recording.tenant(), recording.id())
                        .intake()
                        .isPresent()) {
            throw ProblemException.invalid("/parts", "cannot be assembled: no part of this upload has arrived");
        }
    }
}
