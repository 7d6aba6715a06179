package io.tapedeck.function.audio;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.audio.Action;
import io.tapedeck.http.Exchange;

/** Makes a recording's audio sound better. */
public class EnhanceQualityFunction {
    private final Exchange exchange;
    private final AudioRequests requests;

    EnhanceQualityFunction(Exchange exchange, AudioRequests requests) {
        this.exchange = exchange;
        this.requests = requests;
    }

    @Funq("enhanceQuality")
    public APIGatewayV2HTTPResponse enhanceQuality(APIGatewayV2HTTPEvent event) {
        return exchange.answer(
                event, "enhanceQuality", Scope.WRITE, request -> requests.answer(request, Action.ENHANCE_QUALITY));
    }
}
