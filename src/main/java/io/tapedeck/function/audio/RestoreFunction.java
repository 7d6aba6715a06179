package io.tapedeck.function.audio;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.recording.Versions;

/** Makes an earlier version of a recording's audio the current one. */
public class RestoreFunction {
    private static final int LARGEST = 1024;

    private final Exchange exchange;
    private final Answers answers;
    private final Versions versions;

    RestoreFunction(Exchange exchange, Answers answers, Versions versions) {
        this.exchange = exchange;
        this.answers = answers;
        this.versions = versions;
    }

    @Funq("restore")
    public APIGatewayV2HTTPResponse restore(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "restore", Scope.WRITE, this::restore);
    }

    private Reply restore(Request request) {
        var version = version(request);
        var actor = request.caller().orElseThrow().actor();
        var restored = versions.restore(request.tenant(), request.recording(), version, actor, request.clearance());
        return answers.recording(200, request, restored);
    }

    private static int version(Request request) {
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var version = body.required("version", body.integer("version", 1, Integer.MAX_VALUE));
        body.done();
        request.query().only();
        errors.refuse();
        return version.orElseThrow().intValue();
    }
}
