package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Functions on Lambda's Java runtime that go on from a snapshot; a native executable needs none. */
@Tag("lambda")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapStartTest {
    private static final Map<String, String> SNAP_START = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    private final Deployment deployment = new Deployment();

    @AfterAll
    void close() throws Exception {
        deployment.close();
    }

    @Test
    void aFunctionIsRestoredBeforeItAnswers() {
        assumeFalse(deployment.artifact().isNative());
        try (var retrieve = deployment.with("authorizer", SNAP_START, Duration.ofSeconds(30))) {
            var answer = retrieve.answer(Payload.read("authorizer"));

            assertThat(answer.at("/context/tenant").asText()).isEqualTo("operator");
            assertThat(retrieve.environment().calls()).startsWith("restore/next", "invocation/next");
        }
    }
}
