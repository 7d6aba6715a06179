package io.tapedeck.api;

import static io.tapedeck.api.Problems.invalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that are wrong, to every operation that takes some. */
@QuarkusTest
class PropertiesTest {

    @Inject
    Api api;

    @Inject
    Contract contract;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.create(Map.of()).getString("id");
    }

    @Test
    void aPropertyThatIsNotKnownIsNamed() {
        for (var endpoint : Endpoint.bodied()) {
            invalid(
                    endpoint.send(
                            caller.request(),
                            id,
                            "application/json",
                            "{\"colour/x\":null}".getBytes(StandardCharsets.UTF_8)),
                    "/colour~1x");
        }
    }

    @Test
    void everyPropertyThatIsReadOnlyIsNamed() {
        var readOnly = contract.propertiesOf("CallRecording");
        readOnly.removeAll(contract.propertiesOf("RecordingRequest"));
        readOnly.removeAll(contract.propertiesOf("RecordingUpdate"));

        assertThat(readOnly).contains("id", "redactionType", "warnings");
        for (var property : readOnly) {
            for (var answer : List.of(
                    caller.request(Map.of(property, 1)).post("/v1/recordings").then(),
                    caller.update(id, Map.of(property, 1)))) {
                invalid(answer, "/" + property).body("errors.message", is(List.of("is read-only")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e99", "-1e99", "-1", "1.5", "\"1\"", "true", "[1]", "{}", "1e999999999", "99999999999999999999"
            })
    void numbersOutOfRangeAndWhatIsNoneAreNamed(String number) {
        for (var property : List.of("startTime", "endTime", "retentionPeriod")) {
            var body = "{\"%s\":%s}".formatted(property, number).getBytes(StandardCharsets.UTF_8);
            for (var endpoint : Endpoint.bodied()) {
                if (List.of("create", "update").contains(endpoint.id())) {
                    invalid(endpoint.send(caller.request(), id, "application/json", body), "/" + property);
                }
            }
        }
        var key = "{\"name\":\"k\",\"expiresAt\":%s}".formatted(number).getBytes(StandardCharsets.UTF_8);
        invalid(
                caller.request()
                        .contentType("application/json")
                        .body(key)
                        .post("/v1/keys")
                        .then(),
                "/expiresAt");
        var link = "{\"expiresIn\":%s,\"version\":%s}".formatted(number, number).getBytes(StandardCharsets.UTF_8);
        invalid(
                caller.request()
                        .contentType("application/json")
                        .body(link)
                        .post("/v1/recordings/{id}/secure-url", id)
                        .then(),
                "/version");
    }

    @Test
    void minusZeroIsZero() {
        caller.request()
                .contentType("application/json")
                .body("{\"startTime\":-0}")
                .post("/v1/recordings")
                .then()
                .statusCode(201)
                .body("startTime", is(0));
    }

    @Test
    void partsMustBeParts() {
        for (var parts : List.of(
                "[]",
                "{}",
                "[7]",
                "[{}]",
                "[{\"partNumber\":0,\"etag\":\"x\"}]",
                "[{\"partNumber\":10001,\"etag\":\"x\"}]",
                "[{\"partNumber\":1}]",
                "[{\"partNumber\":1,\"etag\":\"\"}]",
                "[{\"partNumber\":1,\"etag\":\"x\",\"url\":\"y\"}]")) {
            caller.request()
                    .contentType("application/json")
                    .body("{\"parts\":" + parts + "}")
                    .post("/v1/recordings/{id}/upload", id)
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem(startsWith("/parts")));
        }
    }
}
