package io.tapedeck.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tapedeck.id.RecordingId;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.log.InvocationOutcome.Answered;
import io.tapedeck.log.Metric;
import java.util.Optional;
import java.util.function.Supplier;

/** Logs requests: which recording they were about and the status of their answer. */
final class RequestLog {
    private static final String RECORDINGS = "/v1/recordings/";

    private final InvocationLog log;

    RequestLog(InvocationLog log) {
        this.log = log;
    }

    APIGatewayV2HTTPResponse around(
            String function, APIGatewayV2HTTPEvent event, Supplier<APIGatewayV2HTTPResponse> answer) {
        try (var invocation = log.begin(function)) {
            invocation.apiRequest(event.getRequestContext().getRequestId());
            invocation.measure(Metric.SERVER_ERRORS, 1);
            var response = answer.get();
            var status = response.getStatusCode();
            invocation.ended(new Answered(status));
            invocation.measure(Metric.SERVER_ERRORS, status < 500 ? 0 : 1);
            invocation.about(asked(event).or(() -> created(response)).stream().toList());
            return response;
        }
    }

    private static Optional<RecordingId> asked(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getPathParameters())
                .map(path -> path.get("id"))
                .flatMap(RecordingId::parse);
    }

    private static Optional<RecordingId> created(APIGatewayV2HTTPResponse response) {
        return Optional.ofNullable(response.getHeaders().get("location"))
                .filter(location -> location.startsWith(RECORDINGS))
                .map(location -> location.substring(RECORDINGS.length()))
                .flatMap(RecordingId::parse);
    }
}
