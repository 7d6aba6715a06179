package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Functions on Lambda's Java runtime that go on from a snapshot; a native executable needs none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapStartTest {
    private static final Map<String, String> SNAP_START = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    private final Deployment deployment = new Deployment();

    @AfterAll
    void close() throws Exception {
        deployment.close();
    }

    @Test
    void aFunctionAnswersFromItsSnapshotAfterItHasBeenPrimed() {
        assumeFalse(deployment.artifact().isNative());
        try (var list = deployment.with("list", SNAP_START, Duration.ofSeconds(30))) {
            var answer = Answer.of(list.answer(Payload.read("list-repeated-parameters")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(list.environment().calls()).startsWith("restore/next", "invocation/next");
            assertThat(list.invocations())
                    .extracting(line -> line.path("outcome").intValue())
                    .containsExactly(401, 200);
            assertThat(list.invocations())
                    .extracting(line -> line.path("coldStart").booleanValue())
                    .containsExactly(true, true);
        }
    }
}
