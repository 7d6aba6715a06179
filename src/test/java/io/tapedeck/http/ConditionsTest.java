package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    private final String etag = Conditions.etag(Requests.recording());

    @ParameterizedTest
    @ValueSource(strings = {"%s", "*", " %s ", "\"r7\", %s", "%s,\"x\"", "\"x\", *"})
    void aRequestForThisRevisionGoesOn(String header) {
        assertThatCode(() -> check(header.formatted(etag))).doesNotThrowAnyException();
    }

    @Test
    void aRequestForAnyRevisionGoesOn() {
        assertThatCode(() -> Conditions.check(Requests.of("PATCH"), Requests.recording()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"r7\"", "W/%s", "", "r0", "\"\"", "\"*\"", "garbage", "%s.", "\"r00\""})
    void aRequestForAnotherRevisionIsRefused(String header) {
        assertThatThrownBy(() -> check(header.formatted(etag)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(etag)
                .extracting("type")
                .isEqualTo(ProblemType.PRECONDITION_FAILED);
    }

    private static void check(String header) {
        Conditions.check(Requests.of("PATCH", "if-match", header), Requests.recording());
    }
}
