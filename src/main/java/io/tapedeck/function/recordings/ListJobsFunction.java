package io.tapedeck.function.recordings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.PageView;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;

/** Lists the jobs of a recording, oldest first. */
public class ListJobsFunction {
    private final Exchange exchange;
    private final Answers answers;
    private final Recordings recordings;
    private final RecordingStore store;

    ListJobsFunction(Exchange exchange, Answers answers, Recordings recordings, RecordingStore store) {
        this.exchange = exchange;
        this.answers = answers;
        this.recordings = recordings;
        this.store = store;
    }

    @Funq("listJobs")
    public APIGatewayV2HTTPResponse listJobs(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "listJobs", Scope.READ, this::listJobs);
    }

    private Reply listJobs(Request request) {
        request.query().only();
        var recording = recordings.get(request.tenant(), request.recording());
        var jobs = store.jobs(recording.tenant(), recording.id()).stream()
                .map(job -> answers.job(request, recording, job))
                .toList();
        return Reply.ok(PageView.all(jobs));
    }
}
