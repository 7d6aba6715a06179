package io.tapedeck.function.recordings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.JobId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;

/** Shows a job. */
public class RetrieveJobFunction {
    private final Exchange exchange;
    private final Answers answers;
    private final Recordings recordings;
    private final RecordingStore store;

    RetrieveJobFunction(Exchange exchange, Answers answers, Recordings recordings, RecordingStore store) {
        this.exchange = exchange;
        this.answers = answers;
        this.recordings = recordings;
        this.store = store;
    }

    @Funq("retrieveJob")
    public APIGatewayV2HTTPResponse retrieveJob(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "retrieveJob", Scope.READ, this::retrieveJob);
    }

    private Reply retrieveJob(Request request) {
        request.query().only();
        var recording = recordings.get(request.tenant(), request.recording());
        return JobId.parse(request.path().getOrDefault("job", ""))
                .flatMap(job -> store.job(recording.tenant(), recording.id(), job))
                .map(job -> Reply.ok(answers.job(request, recording, job)))
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "This recording has no job with this id."));
    }
}
