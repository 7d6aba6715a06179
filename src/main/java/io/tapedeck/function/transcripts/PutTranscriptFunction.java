package io.tapedeck.function.transcripts;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.audio.Plan;
import io.tapedeck.http.Conditions;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.recording.Recordings;
import io.tapedeck.transcript.format.Transcripts;
import io.tapedeck.transcription.RecordingTranscripts;

/** Stores a transcript that was made elsewhere. */
public class PutTranscriptFunction {
    /** Seconds of what is held to nothing but its own form, since there is no audio for it. */
    private static final double LONGEST = Plan.LONGEST.toSeconds();

    private final Exchange exchange;
    private final Recordings recordings;
    private final RecordingTranscripts transcripts;
    private final TranscriptAnswers answers;

    PutTranscriptFunction(
            Exchange exchange, Recordings recordings, RecordingTranscripts transcripts, TranscriptAnswers answers) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.transcripts = transcripts;
        this.answers = answers;
    }

    @Funq("putTranscript")
    public APIGatewayV2HTTPResponse putTranscript(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "putTranscript", Scope.WRITE, this::put);
    }

    private Reply put(Request request) {
        request.query().only();
        var recording = recordings.get(request.tenant(), request.recording());
        var duration =
                recording.audio().map(audio -> audio.measures().duration()).orElse(LONGEST);
        var type = request.header("content-type").orElse("application/json");
        var transcript = Transcripts.read(type, request.body().bytes(), duration);
        var actor = request.caller().orElseThrow().actor();
        var written = transcripts.put(
                recording,
                transcript,
                request.seed(),
                actor,
                current -> Conditions.checkReplaced(request, current.map(TranscriptAnswers::etag)));
        return answers.stored(recording, written);
    }
}
