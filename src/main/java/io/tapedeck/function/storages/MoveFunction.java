package io.tapedeck.function.storages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.audio.Move;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.JobAnswers;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.JobId;
import io.tapedeck.id.StorageName;
import io.tapedeck.recording.AudioJobs;

/** Moves a recording to another storage, with every version and every document about it. */
public class MoveFunction {
    private static final int LARGEST = 4 * 1024;

    private final Exchange exchange;
    private final AudioJobs jobs;
    private final JobAnswers answers;
    private final NamedStorages named;

    MoveFunction(Exchange exchange, AudioJobs jobs, JobAnswers answers, NamedStorages named) {
        this.exchange = exchange;
        this.jobs = jobs;
        this.answers = answers;
        this.named = named;
    }

    @Funq("move")
    public APIGatewayV2HTTPResponse move(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "move", Scope.WRITE, this::move);
    }

    private Reply move(Request request) {
        var actor = request.caller().orElseThrow().actor();
        var accepted =
                jobs.submit(request.tenant(), request.recording(), read(request), actor, new JobId(request.seed()));
        return answers.of(request, accepted);
    }

    private Move read(Request request) {
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var name = body.required("storage", named.read(request.tenant(), body));
        body.done();
        request.query().only();
        errors.refuse();
        return new Move(name.filter(storage -> !storage.equals(StorageName.OWN)));
    }
}
