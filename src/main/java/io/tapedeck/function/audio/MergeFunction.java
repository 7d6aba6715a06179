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
import io.tapedeck.http.request.MergeRequest;
import io.tapedeck.id.RecordingId;
import io.tapedeck.recording.AudioJobs;

/** Makes a new recording out of several. */
public class MergeFunction {
    private static final int LARGEST = 64 * 1024;

    private final Exchange exchange;
    private final AudioJobs jobs;
    private final JobAnswers answers;

    MergeFunction(Exchange exchange, AudioJobs jobs, JobAnswers answers) {
        this.exchange = exchange;
        this.jobs = jobs;
        this.answers = answers;
    }

    @Funq("merge")
    public APIGatewayV2HTTPResponse merge(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "merge", Scope.WRITE, this::merge);
    }

    private Reply merge(Request request) {
        var errors = new FieldErrors();
        request.query().only();
        var wanted = MergeRequest.read(request.json(LARGEST, errors), errors);
        var accepted = jobs.merge(
                request.tenant(),
                new RecordingId(request.seed()),
                wanted.merge(),
                wanted.details(),
                wanted.retentionPeriod(),
                request.caller().orElseThrow().actor());
        return answers.of(request, accepted);
    }
}
