package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Holds every answer to the contract; the links of the service itself, which it does not describe, pass. */
@Singleton
public class ContractFilter implements Filter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] INSIDE = {
        "io.tapedeck",
        "java.",
        "exception",
        "\tat ",
        "dynamodb",
        "amazonaws",
        "software.amazon",
        "awssdk",
        "s3proxy",
        "vert.x",
        "quarkus",
        "jackson",
        "nimbus",
        "target/",
        "uploads/",
        "documents/",
        "/tmp",
        "null"
    };

    private final Contract contract;

    ContractFilter(Contract contract) {
        this.contract = contract;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(request, expected);
        var path = URI.create(request.getURI()).getRawPath();
        // an answer to HEAD or a preflight has no body to be judged
        if (!request.getMethod().equals("HEAD") && !request.getMethod().equals("OPTIONS")) {
            judge(request.getMethod(), path, answer);
        }
        return answer;
    }

    private void judge(String method, String path, Response answer) {
        var body = answer.asString();
        var type = Optional.ofNullable(answer.contentType()).orElse("");
        assertThat(contract.judge(method, path, answer.statusCode(), type, body))
                .as("%s %s answers %d %s", method, path, answer.statusCode(), body)
                .isEmpty();
        if (answer.statusCode() >= 400) {
            requireDiscretion(body);
        }
        if (type.contains("json")) {
            assertThat(nulls(read(body), "")).as("null values in %s", body).isEmpty();
        }
    }

    /** Fails the test if a problem tells of the inside. */
    static void requireDiscretion(String problem) {
        assertThat(problem).doesNotContainIgnoringCase(INSIDE);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    /** The place of the first null; what callers keep as metadata is their own. */
    private static String nulls(JsonNode node, String place) {
        if (node.isNull()) {
            return place;
        }
        for (var property : node.properties()) {
            var found = property.getKey().equals("metadata")
                    ? ""
                    : nulls(property.getValue(), place + "/" + property.getKey());
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (var element : node.isArray() ? node : JSON.createArrayNode()) {
            var found = nulls(element, place + "/-");
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }
}
