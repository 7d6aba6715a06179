package io.tapedeck.function.transcripts;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Accept;
import io.tapedeck.http.Conditions;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.recording.Recordings;
import io.tapedeck.transcript.format.TranscriptForm;
import io.tapedeck.transcription.RecordingTranscripts;
import java.util.Arrays;

/** Shows a transcript: as JSON, captions or text. */
public class RetrieveTranscriptFunction {
    private final Exchange exchange;
    private final Recordings recordings;
    private final RecordingTranscripts transcripts;
    private final TranscriptAnswers answers;

    RetrieveTranscriptFunction(
            Exchange exchange, Recordings recordings, RecordingTranscripts transcripts, TranscriptAnswers answers) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.transcripts = transcripts;
        this.answers = answers;
    }

    @Funq("retrieveTranscript")
    public APIGatewayV2HTTPResponse retrieveTranscript(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "retrieveTranscript", Scope.READ, this::retrieve);
    }

    private Reply retrieve(Request request) {
        var form = request.query().choice("format", TranscriptForm.class).orElseGet(() -> accepted(request));
        var version = request.query().integer("version", 1, Integer.MAX_VALUE).map(Long::intValue);
        request.query().only("format", "version");
        var recording = recordings.get(request.tenant(), request.recording());
        var finding = transcripts.find(recording, version, request.clearance());
        var reply = form == TranscriptForm.JSON
                ? answers.found(200, recording, finding)
                : answers.found(recording, finding, form);
        return Conditions.ifChanged(request, reply).with("vary", "accept");
    }

    /** JSON where nothing that there is will do: the caller may be able to make something of it. */
    private static TranscriptForm accepted(Request request) {
        var forms = Arrays.asList(TranscriptForm.values());
        return Accept.of(request)
                .best(forms.stream().map(TranscriptForm::mediaType).toList())
                .flatMap(type -> forms.stream()
                        .filter(form -> form.mediaType().equals(type))
                        .findFirst())
                .orElse(TranscriptForm.JSON);
    }
}
