package io.tapedeck.function.analytics;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Conditions;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.recording.Recordings;

/** Shows the figures of a call. */
public class RetrieveAnalyticsFunction {
    private final Exchange exchange;
    private final Recordings recordings;
    private final AnalyticsAnswers answers;

    RetrieveAnalyticsFunction(Exchange exchange, Recordings recordings, AnalyticsAnswers answers) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.answers = answers;
    }

    @Funq("retrieveAnalytics")
    public APIGatewayV2HTTPResponse retrieveAnalytics(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "retrieveAnalytics", Scope.READ, this::retrieve);
    }

    private Reply retrieve(Request request) {
        request.query().only();
        var recording = recordings.get(request.tenant(), request.recording());
        return Conditions.ifChanged(request, answers.found(200, recording));
    }
}
