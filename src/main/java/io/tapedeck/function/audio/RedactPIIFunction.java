package io.tapedeck.function.audio;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.JobAnswers;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.request.RedactionRequest;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.AudioJobs.Accepted;
import io.tapedeck.recording.Recordings;
import io.tapedeck.transcript.EngineChoice;

/** Takes personal data out of a recording. */
public class RedactPIIFunction {
    private static final int LARGEST = 256 * 1024;

    private final Exchange exchange;
    private final Recordings recordings;
    private final AudioJobs jobs;
    private final EngineChoice engines;
    private final JobAnswers answers;

    RedactPIIFunction(
            Exchange exchange, Recordings recordings, AudioJobs jobs, EngineChoice engines, JobAnswers answers) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.jobs = jobs;
        this.engines = engines;
        this.answers = answers;
    }

    @Funq("redactPII")
    public APIGatewayV2HTTPResponse redactPii(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "redactPII", Scope.WRITE, this::redact);
    }

    private Reply redact(Request request) {
        var wanted = read(request);
        var recording = recordings.unexpired(recordings.get(request.tenant(), request.recording()));
        wanted.requireEngine(recording, engines);
        return answers.of(request, accept(request, wanted));
    }

    private Accepted accept(Request request, RedactionRequest wanted) {
        var actor = request.caller().orElseThrow().actor();
        return wanted.asNew()
                ? jobs.submitAsNew(
                        request.tenant(), new RecordingId(request.seed()), request.recording(), wanted.task(), actor)
                : jobs.submit(request.tenant(), request.recording(), wanted.task(), actor, new JobId(request.seed()));
    }

    private static RedactionRequest read(Request request) {
        var errors = new FieldErrors();
        var wanted = RedactionRequest.read(request.json(LARGEST, errors));
        request.query().only();
        errors.refuse();
        return wanted;
    }
}
