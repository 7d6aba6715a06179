package io.tapedeck.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.Exchange;
import io.tapedeck.recording.Action;
import io.tapedeck.recording.Scope;

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
