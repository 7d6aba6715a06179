package io.tapedeck.lambda;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the API.
 *
 * @param function name of the function that the request is for
 * @param path values of the path's parameters
 */
record Request(String function, Map<String, String> path, Map<String, String> headers, Optional<String> body) {

    /** A request of the operator. */
    static Request to(String function) {
        return new Request(
                function, Map.of(), Map.of("authorization", "Bearer " + Deployment.OPERATOR_KEY), Optional.empty());
    }

    /** The same about a recording. */
    Request about(String recording) {
        return with("id", recording);
    }

    Request with(String parameter, String value) {
        var more = new HashMap<>(path);
        more.put(parameter, value);
        return new Request(function, more, headers, body);
    }

    Request header(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Request(function, path, more, body);
    }

    Request json(String text) {
        var typed = header("content-type", "application/json");
        return new Request(function, path, typed.headers(), Optional.of(text));
    }
}
