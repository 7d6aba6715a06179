package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a function answers to an HTTP request, in payload format 2.0.
 *
 * @param headers by lower-case name
 */
record Answer(int status, Map<String, String> headers, String body) {

    static Answer of(JsonNode answer) {
        var headers = new TreeMap<String, String>();
        answer.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        return new Answer(
                answer.path("statusCode").asInt(), headers, answer.path("body").asText(""));
    }

    JsonNode json() {
        return Payload.parse(body);
    }
}
