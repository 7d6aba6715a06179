package io.tapedeck.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.tapedeck.json.Json;
import io.tapedeck.recording.RecordingId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes one line of JSON per invocation: what was called, on which recording, how it ended, and how long it took. */
public final class InvocationLog {
    private static final Logger LOG = System.getLogger("invocation");
    private static final int FRAMES = 12;

    private final Json json;
    private final Clock clock;

    public InvocationLog(Json json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    APIGatewayV2HTTPResponse around(
            String function, APIGatewayV2HTTPEvent event, Supplier<APIGatewayV2HTTPResponse> invocation) {
        var start = clock.millis();
        var response = invocation.get();
        var recording = Optional.ofNullable(event.getPathParameters())
                .map(path -> path.get("id"))
                .flatMap(RecordingId::parse)
                .map(RecordingId::toString);
        LOG.log(
                Level.INFO,
                json.write(new Line(function, response.getStatusCode(), recording, clock.millis() - start)));
        return response;
    }

    /** Writes what failed under the instance that the caller was told, without any text that could hold their data. */
    void failure(String instance, RuntimeException failure) {
        LOG.log(Level.ERROR, json.write(new Fault(instance, frames(failure))));
    }

    private static List<String> frames(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        var frames = Arrays.stream(root.getStackTrace()).limit(FRAMES).map(StackTraceElement::toString);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                failure.getClass().getName(), root.getClass().getName()),
                        frames)
                .toList();
    }

    /** An invocation. */
    public record Line(String function, int status, Optional<String> recording, long millis) {}

    /** Something unexpected. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Fault(String instance, List<String> fault) {}
}
