package io.tapedeck.function.transcripts;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.JobAnswers;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.request.TranscriptionRequest;
import io.tapedeck.id.JobId;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.Recordings;
import io.tapedeck.transcript.EngineChoice;

/** Has the speech in a recording written down. */
public class TranscribeFunction {
    private static final int LARGEST = 256 * 1024;

    private final Exchange exchange;
    private final Recordings recordings;
    private final AudioJobs jobs;
    private final EngineChoice engines;
    private final JobAnswers answers;
    private final TranscriptAnswers transcripts;

    TranscribeFunction(
            Exchange exchange,
            Recordings recordings,
            AudioJobs jobs,
            EngineChoice engines,
            JobAnswers answers,
            TranscriptAnswers transcripts) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.jobs = jobs;
        this.engines = engines;
        this.answers = answers;
        this.transcripts = transcripts;
    }

    @Funq("transcribe")
    public APIGatewayV2HTTPResponse transcribe(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "transcribe", Scope.WRITE, this::transcribe);
    }

    private Reply transcribe(Request request) {
        var wanted = read(request);
        recordings.unexpired(recordings.get(request.tenant(), request.recording()));
        var actor = request.caller().orElseThrow().actor();
        var job = new JobId(request.seed());
        var accepted = jobs.submit(request.tenant(), request.recording(), wanted.by(engines), actor, job);
        return answers.of(request, accepted, transcripts::job);
    }

    private static TranscriptionRequest read(Request request) {
        var errors = new FieldErrors();
        var wanted = TranscriptionRequest.read(request.json(LARGEST, errors));
        request.query().only();
        errors.refuse();
        return wanted;
    }
}
