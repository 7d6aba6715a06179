package io.tapedeck.function.audio;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.audio.Action;
import io.tapedeck.http.Exchange;

/** Makes a recording's audio smaller. */
public class CompressFunction {
    private final Exchange exchange;
    private final AudioRequests requests;

    CompressFunction(Exchange exchange, AudioRequests requests) {
        this.exchange = exchange;
        this.requests = requests;
    }

    @Funq("compress")
    public APIGatewayV2HTTPResponse compress(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "compress", Scope.WRITE, request -> requests.answer(request, Action.COMPRESS));
    }
}
