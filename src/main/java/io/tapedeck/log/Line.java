package io.tapedeck.log;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tapedeck.id.RecordingId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the log says of an invocation.
 *
 * @param requestId the platform's, or else that of API Gateway
 * @param apiRequestId that of API Gateway, under which its access log has the request
 * @param coldStart whether it is the first one of this process
 * @param functionName the dimension of the metrics
 * @param aws which of the figures are metrics
 * @param figures counts and metrics, each a member of its own
 */
public record Line(
        String function,
        InvocationOutcome outcome,
        Optional<RecordingId> recording,
        long millis,
        Optional<String> requestId,
        Optional<String> apiRequestId,
        Optional<String> traceId,
        boolean coldStart,
        @JsonProperty(FUNCTION_NAME) Optional<String> functionName,
        @JsonProperty("_aws") Optional<EmbeddedMetrics> aws,
        @JsonAnyGetter Map<String, Number> figures) {

    private static final String FUNCTION_NAME = "FunctionName";

    /** @param now milliseconds since 1970 */
    static Line of(Invocation invocation, Platform platform, long now, boolean coldStart) {
        var metrics = invocation.metrics();
        var name = platform.functionName().filter(_ -> !metrics.isEmpty());
        var figures = new LinkedHashMap<String, Number>(invocation.counts());
        metrics.forEach((metric, value) -> figures.put(metric.toString(), value));
        return new Line(
                invocation.function(),
                invocation.outcome(),
                invocation.recording(),
                now - invocation.start(),
                platform.requestId().or(invocation::apiRequestId),
                invocation.apiRequestId(),
                platform.traceId(),
                coldStart,
                name,
                name.map(_ -> EmbeddedMetrics.of(metrics.keySet(), FUNCTION_NAME, now)),
                figures);
    }
}
