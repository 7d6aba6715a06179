package io.tapedeck.api;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Problems as the contract has them. */
final class Problems {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, Set<String>> CODES = Map.ofEntries(
            Map.entry(400, Set.of("invalid-request")),
            Map.entry(401, Set.of("unauthenticated")),
            Map.entry(403, Set.of("forbidden")),
            Map.entry(404, Set.of("not-found")),
            Map.entry(405, Set.of("method-not-allowed")),
            Map.entry(409, Set.of("conflict", "not-ready", "no-transcript")),
            Map.entry(410, Set.of("gone")),
            Map.entry(412, Set.of("precondition-failed")),
            Map.entry(413, Set.of("too-large")),
            Map.entry(415, Set.of("unsupported-media-type")),
            Map.entry(
                    422, Set.of("unprocessable-audio", "idempotency-key-reuse", "unknown-storage", "unusable-storage")),
            Map.entry(423, Set.of("legal-hold")),
            Map.entry(429, Set.of("too-many-requests")),
            Map.entry(500, Set.of("internal")),
            Map.entry(502, Set.of("source-unreachable")),
            Map.entry(503, Set.of("unavailable", "transcriber-unavailable")));

    private Problems() {}

    /** Whether the problem says what the answer's status says. */
    static boolean fits(int status, String body) {
        try {
            var problem = JSON.readTree(body);
            return problem.path("status").asInt() == status
                    && CODES.getOrDefault(status, Set.of())
                            .contains(problem.path("code").asText())
                    && (status != 400 || !problem.path("errors").isEmpty());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Holds an answer to refusing what was sent, with at least one error. */
    static ValidatableResponse invalid(ValidatableResponse answer) {
        return answer.statusCode(400).body("code", is("invalid-request")).body("errors", not(List.of()));
    }

    /** The same, with an error about that field. */
    static ValidatableResponse invalid(ValidatableResponse answer, String field) {
        return invalid(answer).body("errors.field", hasItem(field));
    }
}
