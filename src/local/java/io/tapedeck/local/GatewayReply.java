package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.json.ProblemView;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer to an HTTP request. */
record GatewayReply(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a function's answer in payload format 2.0 says. */
    static GatewayReply of(JsonNode answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        List<String> cookies = new ArrayList<>();
        answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        return new GatewayReply(answer.path("statusCode").asInt(200), headers, cookies, body(answer));
    }

    /** A problem of the gateway's own. */
    static GatewayReply problem(ProblemException problem) {
        return problem(problem, null);
    }

    /**
     * A problem of the gateway's own.
     *
     * @param instance what to find it by in the log
     */
    static GatewayReply problem(ProblemException problem, String instance) {
        ProblemType type = problem.type();
        ProblemView view = ProblemView.of(type, problem.getMessage(), instance, problem.errors());
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", "application/problem+json"));
        problem.retryAfter().ifPresent(after -> headers.put("Retry-After", String.valueOf(after.toSeconds())));
        return new GatewayReply(
                type.status(),
                headers,
                List.of(),
                JSON.valueToTree(view).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends it; after a HEAD request and with a status that has no body, without the body. */
    void write(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
        cookies.forEach(cookie -> response.headers().add("Set-Cookie", cookie));
        if (status == 204 || status == 304) {
            response.end();
        } else if ("HEAD".equals(request.method().name())) {
            if (!response.headers().contains("Content-Length")) {
                response.putHeader("Content-Length", String.valueOf(body.length));
            }
            response.end();
        } else {
            if (body.length > 0 && !response.headers().contains("Content-Type")) {
                response.putHeader("Content-Type", "application/json");
            }
            response.end(Buffer.buffer(body));
        }
    }

    private static byte[] body(JsonNode answer) {
        String body = answer.path("body").asText("");
        return answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
