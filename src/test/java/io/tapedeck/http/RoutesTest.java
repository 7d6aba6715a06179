package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private final Routes routes = Routes.parse(
            "GET,POST /v1/recordings; DELETE,GET /v1/recordings/{id};GET /v1/recordings/{id}/jobs/{job};GET /v1/a.b;");

    @Test
    void aPathHasItsMethods() {
        assertThat(routes.methods("/v1/recordings")).containsExactly("GET", "POST");
        assertThat(routes.methods("/v1/recordings/x")).containsExactly("DELETE", "GET");
        assertThat(routes.methods("/v1/recordings/%2F/jobs/%20")).containsExactly("GET");
        assertThat(routes.methods("/v1/a.b")).containsExactly("GET");
    }

    @Test
    void aPathOfSeveralRoutesHasTheMethodsOfAll() {
        var overlapping = Routes.parse("GET,POST /v1/{id};POST,PUT /v1/merge");

        assertThat(overlapping.methods("/v1/merge")).containsExactly("GET", "POST", "PUT");
        assertThat(overlapping.methods("/v1/x")).containsExactly("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1",
                "/v1/recordings/",
                "//v1/recordings",
                "/v1/recordings/x/",
                "/v1/recordings/x/jobs",
                "/v1/recordings/x/jobs/",
                "/v1/recordings/x/jobs/y/z",
                "/v1/aXb",
                "/V1/recordings",
                "v1/recordings",
                "/v1/recordings/../health"
            })
    void otherPathsHaveNone(String path) {
        assertThat(routes.methods(path)).isEmpty();
    }

    @Test
    void withoutRoutesThereIsNothing() {
        assertThat(Routes.parse("").methods("/")).isEmpty();
    }
}
