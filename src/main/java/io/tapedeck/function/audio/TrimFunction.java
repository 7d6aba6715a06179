package io.tapedeck.function.audio;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.audio.Action;
import io.tapedeck.http.Exchange;

/** Cuts a recording's audio. */
public class TrimFunction {
    private final Exchange exchange;
    private final AudioRequests requests;

    TrimFunction(Exchange exchange, AudioRequests requests) {
        this.exchange = exchange;
        this.requests = requests;
    }

    @Funq("trim")
    public APIGatewayV2HTTPResponse trim(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "trim", Scope.WRITE, request -> requests.answer(request, Action.TRIM));
    }
}
