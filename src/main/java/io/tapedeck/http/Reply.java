package io.tapedeck.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tapedeck.json.ProblemView;
import io.tapedeck.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of the API.
 *
 * @param body what to write as JSON, or a text as it is sent
 * @param remembered what the same request is answered under its Idempotency-Key later, where that is not the same: what is said in
 *     a call is not kept for that
 */
public record Reply(int status, Map<String, String> headers, Optional<Object> body, Optional<Reply> remembered) {
    /** The header that says after how many seconds to try again. */
    static final String RETRY_AFTER = "retry-after";

    private static final String JSON = "application/json";

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** 200 with a body. */
    public static Reply ok(Object body) {
        return of(200, body);
    }

    /** A status with a body. */
    public static Reply of(int status, Object body) {
        return new Reply(status, Map.of("content-type", JSON), Optional.of(body), Optional.empty());
    }

    /**
     * The answer that tells of a problem, and when to try again if it passes.
     *
     * @param instance what to find it by in the log
     */
    static Reply of(ProblemException problem, String instance) {
        var view = ProblemView.of(problem.type(), problem.getMessage(), instance, problem.errors());
        var reply = of(view.status(), view).with("content-type", "application/problem+json");
        return problem.retryAfter()
                .map(after -> reply.with(RETRY_AFTER, String.valueOf(after.toSeconds())))
                .orElse(reply);
    }

    /** A status without a body. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), Optional.empty(), Optional.empty());
    }

    /**
     * What a GET would lead to: a presigned URL is good for one method only, so that HEAD is told here.
     *
     * @param size bytes
     * @param disposition value of Content-Disposition
     */
    public static Reply headersOf(String contentType, long size, String disposition) {
        return empty(200)
                .with("content-type", contentType)
                .with("content-length", String.valueOf(size))
                .with("content-disposition", disposition)
                .with("accept-ranges", "bytes")
                .with("cache-control", "no-store");
    }

    /** 302 to another address, which nobody may keep. */
    public static Reply redirect(String location) {
        return empty(302).with("location", location).with("cache-control", "no-store");
    }

    /** The same with another header. */
    public Reply with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body, remembered);
    }

    /** The same with another body. */
    public Reply showing(Object other) {
        return new Reply(status, headers, Optional.of(other), remembered);
    }

    /** The same, of which another one is kept. */
    Reply rememberedAs(Reply other) {
        return new Reply(status, headers, body, Optional.of(other));
    }

    APIGatewayV2HTTPResponse toEvent(String text) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(text)
                .withIsBase64Encoded(false)
                .build();
    }
}
