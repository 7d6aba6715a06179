package io.tapedeck.function.transcripts;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.audio.Transcription;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.JobAnswers;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.TranscriptionReader;
import io.tapedeck.id.JobId;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.transcript.EngineChoice;

/** Has the speech in a recording written down. */
public class TranscribeFunction {
    private static final int LARGEST = 256 * 1024;

    private final Exchange exchange;
    private final AudioJobs jobs;
    private final EngineChoice engines;
    private final JobAnswers answers;
    private final TranscriptAnswers transcripts;

    TranscribeFunction(
            Exchange exchange,
            AudioJobs jobs,
            EngineChoice engines,
            JobAnswers answers,
            TranscriptAnswers transcripts) {
        this.exchange = exchange;
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
        var actor = request.caller().orElseThrow().actor();
        var task = task(request);
        var accepted = jobs.submit(request.tenant(), request.recording(), task, actor, new JobId(request.seed()));
        return answers.of(request, accepted, transcripts::job);
    }

    private Transcription task(Request request) {
        var errors = new FieldErrors();
        var fields = request.json(LARGEST, errors);
        var task = TranscriptionReader.read(fields, engines);
        request.query().only();
        errors.refuse();
        return task.orElseThrow();
    }
}
