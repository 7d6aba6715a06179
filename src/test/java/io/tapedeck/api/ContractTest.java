package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContractTest {
    private static final String JSON = "application/json";
    private static final String RECORDING = "/v1/recordings/rec_01ARZ3NDEKTSV4RRFFQ69G5FAV";

    private final Contract contract = new Contract();

    @Test
    void whatTheContractPromisesPasses() {
        var body = "{\"id\":\"rec_1\",\"status\":\"completed\",\"created\":1,\"updated\":1}";
        assertThat(contract.judge("GET", RECORDING, 200, JSON, body)).isEmpty();
    }

    @Test
    void aPropertyThatTheContractDoesNotNameIsRefused() {
        var body = "{\"id\":\"rec_1\",\"status\":\"completed\",\"created\":1,\"updated\":1,\"pk\":\"x\"}";
        assertThat(contract.judge("GET", RECORDING, 200, JSON, body)).hasSize(1);
    }

    @Test
    void aPropertyDeepInsideIsRefusedToo() {
        var body =
                "{\"items\":[{\"id\":\"rec_1\",\"status\":\"failed\",\"created\":1,\"updated\":1,\"job\":{\"id\":\"1\","
                        + "\"action\":\"ingest\",\"status\":\"failed\",\"lease\":1}}]}";
        assertThat(contract.judge("GET", "/v1/recordings", 200, JSON, body)).hasSize(1);
    }

    @Test
    void aMissingPropertyIsRefused() {
        assertThat(contract.judge("POST", "/v1/recordings", 201, JSON, "{}")).hasSize(4);
    }

    @Test
    void anotherContentTypeIsRefused() {
        assertThat(contract.judge("GET", RECORDING, 404, JSON, "{}")).hasSize(1);
    }

    @Test
    void aProblemUnderAnotherStatusIsRefused() {
        var body =
                "{\"type\":\"urn:tapedeck:problem:not-found\",\"title\":\"x\",\"status\":404,\"code\":\"not-found\"}";
        assertThat(contract.judge("GET", RECORDING, 404, "application/problem+json", body))
                .isEmpty();
        assertThat(contract.judge("GET", RECORDING, 410, "application/problem+json", body))
                .hasSize(1);
    }

    @Test
    void aBodyWhereNoneIsPromisedIsRefused() {
        assertThat(contract.judge("DELETE", "/v1/keys/1", 204, "", "")).isEmpty();
        assertThat(contract.judge("DELETE", "/v1/keys/1", 204, JSON, "{}")).hasSize(1);
    }

    @Test
    void anEventIsHeldToTheRecordingInIt() {
        var event = "{\"items\":[{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"recording.created\","
                + "\"time\":\"2026-01-01T00:00:00Z\",\"subject\":\"rec_1\",\"data\":{\"recording\":{}}}]}";
        assertThat(contract.judge("GET", RECORDING + "/events", 200, JSON, event))
                .hasSize(4);
    }
}
