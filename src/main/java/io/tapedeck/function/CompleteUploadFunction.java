package io.tapedeck.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.AudioStore;
import io.tapedeck.recording.AudioStore.Assembly;
import io.tapedeck.recording.AudioStore.Part;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.ObjectKey;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Scope;
import io.tapedeck.recording.UploadTerms.Multipart;
import java.util.List;

/** Finishes an upload in parts. The store then tells of the whole object, which is ingested like any other. */
public class CompleteUploadFunction {
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int MOST_PARTS = 10_000;

    private final Exchange exchange;
    private final Answers answers;
    private final Recordings recordings;
    private final AudioStore audio;

    CompleteUploadFunction(Exchange exchange, Answers answers, Recordings recordings, AudioStore audio) {
        this.exchange = exchange;
        this.answers = answers;
        this.recordings = recordings;
        this.audio = audio;
    }

    @Funq("completeUpload")
    public APIGatewayV2HTTPResponse completeUpload(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "completeUpload", Scope.WRITE, this::completeUpload);
    }

    private Reply completeUpload(Request request) {
        var parts = parts(request);
        var recording = recordings.getLive(request.tenant(), request.recording());
        var key = ObjectKey.upload(recording.tenant(), recording.id());
        switch (audio.completeMultipart(key, multipart(recording).id(), parts)) {
            case Assembly.Assembled() -> {}
            case Assembly.Refused(var reason) -> throw ProblemException.invalid("/parts", reason);
            case Assembly.NotUnderWay() -> requireArrived(key);
        }
        var ingest = recording.queue().getFirst();
        return answers.recording(202, request, recording)
                .with("location", "/v1/recordings/" + recording.id() + "/jobs/" + ingest);
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

    private static Multipart multipart(CallRecording recording) {
        return recording
                .intake()
                .map(Intake::upload)
                .flatMap(terms -> terms.multipart())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT, "There is no upload in parts to be finished for this recording."));
    }

    private void requireArrived(ObjectKey key) {
        if (audio.find(key).isEmpty()) {
            throw ProblemException.invalid("/parts", "cannot be put together: none of this upload has arrived");
        }
    }
}
