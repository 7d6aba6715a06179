package io.tapedeck.function.recordings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Conditions;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.retention.Deletions;

/** Deletes a recording with all that belongs to it. */
public class DeleteFunction {
    private final Exchange exchange;
    private final Answers answers;
    private final Deletions deletions;

    DeleteFunction(Exchange exchange, Answers answers, Deletions deletions) {
        this.exchange = exchange;
        this.answers = answers;
        this.deletions = deletions;
    }

    @Funq("delete")
    public APIGatewayV2HTTPResponse delete(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "delete", Scope.DELETE, this::delete);
    }

    private Reply delete(Request request) {
        request.query().only();
        var tombstone = deletions.delete(
                request.tenant(),
                request.recording(),
                request.caller().orElseThrow().actor(),
                recording -> Conditions.check(request, recording));
        return answers.recording(200, request, tombstone);
    }
}
