package io.tapedeck.local;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** Cross-origin rules of the API, as API Gateway applies them. */
record Cors(List<String> origins, List<String> methods, List<String> headers, List<String> exposed, String maxAge) {

    static boolean isPreflight(HttpServerRequest request) {
        return "OPTIONS".equals(request.method().name())
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    /** Answers a preflight request. */
    void preflight(HttpServerRequest request) {
        HttpServerResponse response = request.response().setStatusCode(204);
        if (allows(request)) {
            allow(request, response);
            response.putHeader("Access-Control-Allow-Methods", String.join(",", methods))
                    .putHeader("Access-Control-Allow-Headers", String.join(",", headers))
                    .putHeader("Access-Control-Max-Age", maxAge);
        }
        response.end();
    }

    /** Adds what lets the page that asked see the answer. */
    void expose(HttpServerRequest request, HttpServerResponse response) {
        if (allows(request)) {
            allow(request, response);
            response.putHeader("Access-Control-Expose-Headers", String.join(",", exposed));
        }
    }

    private boolean allows(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && (origins.contains("*") || origins.contains(origin));
    }

    private void allow(HttpServerRequest request, HttpServerResponse response) {
        response.putHeader("Access-Control-Allow-Origin", origins.contains("*") ? "*" : request.getHeader("Origin"))
                .putHeader("Vary", "Origin");
    }
}
