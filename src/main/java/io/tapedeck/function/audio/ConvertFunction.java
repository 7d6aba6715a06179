package io.tapedeck.function.audio;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.audio.Action;
import io.tapedeck.http.Exchange;

/** Writes a recording's audio in another format. */
public class ConvertFunction {
    private final Exchange exchange;
    private final AudioRequests requests;

    ConvertFunction(Exchange exchange, AudioRequests requests) {
        this.exchange = exchange;
        this.requests = requests;
    }

    @Funq("convert")
    public APIGatewayV2HTTPResponse convert(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "convert", Scope.WRITE, request -> requests.answer(request, Action.CONVERT));
    }
}
