package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
record Reply(int status, Map<String, String> headers, List<String> cookies, byte[] body) {

    /** What a function's answer in payload format 2.0 says. */
    static Reply of(JsonNode answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        List<String> cookies = new ArrayList<>();
        answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        return new Reply(answer.path("statusCode").asInt(200), headers, cookies, body(answer));
    }

    /** A problem of the gateway's own. */
    static Reply problem(int status, String code, String detail) {
        return problem(status, code, detail, null);
    }

    /**
     * A problem of the gateway's own.
     *
     * @param instance what to find it by in the log; null for none
     */
    static Reply problem(int status, String code, String detail, String instance) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank")
                .put("title", detail)
                .put("status", status)
                .put("code", code);
        if (instance != null) {
            problem.put("instance", instance);
        }
        return new Reply(
                status,
                Map.of("Content-Type", "application/problem+json"),
                List.of(),
                problem.toString().getBytes(StandardCharsets.UTF_8));
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
            response.putHeader("Content-Length", String.valueOf(body.length)).end();
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
