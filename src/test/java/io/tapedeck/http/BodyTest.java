package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.json.Json;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final Json CODEC = new Json();
    private static final Optional<String> JSON = Optional.of("application/json");

    @Test
    void anEmptyBodyIsAnEmptyObject() {
        assertThat(read("")).isEmpty();
        assertThat(object(Body.of(null, false, CODEC), Optional.of("text/plain"), 0))
                .isEmpty();
    }

    @Test
    void aBodyThatIsNeededMustBeThere() {
        refused(ProblemType.INVALID_REQUEST, () -> Body.of("", false, CODEC).required());
    }

    @Test
    void aBodyInBase64IsDecoded() {
        var base64 = Base64.getEncoder().encodeToString("{\"name\":\"Grüße\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(object(Body.of(base64, true, CODEC), JSON, 100).path("name").textValue())
                .isEqualTo("Grüße");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                " application/json ; charset=utf-8",
                "application/merge-patch+json"
            })
    void theTypesThatAreAcceptedAreTaken(String type) {
        assertThat(object(Body.of("{}", false, CODEC), Optional.of(type), 100)).isEmpty();
    }

    @Test
    void aBodyOfNoTypeIsTakenForWhatIsWanted() {
        assertThat(object(Body.of("{}", false, CODEC), Optional.empty(), 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "",
                ";",
                "; charset=utf-8",
                "application/json2",
                "json",
                "application/json; charset=utf-16"
            })
    void otherTypesAreRefused(String type) {
        refused(ProblemType.UNSUPPORTED_MEDIA_TYPE, () -> object(Body.of("{}", false, CODEC), Optional.of(type), 100));
    }

    @Test
    void aBodyMayBeAsLargeAsIsSaidAndNotAByteLarger() {
        assertThat(object(Body.of("{\"a\":1}", false, CODEC), JSON, 7)).hasSize(1);
        refused(ProblemType.TOO_LARGE, () -> object(Body.of("{\"a\":1}", false, CODEC), JSON, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "null",
                "true",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "{}}",
                "{} {}",
                "{} x",
                "{\"a\":}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":0x10}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"\\x\"}",
                "{} // comment",
                "\uFEFF{}",
                "{\"a\":1,\"a\":2}",
                "{\"o\":{\"a\":1,\"a\":1}}",
                "{\"o\":[{\"a\":1,\"\\u0061\":1}]}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":[\"\\udc00\\ud800\"]}",
                "{\"\\ud83d\":1}",
                "{\"a\":1e99999999999}"
            })
    void whatIsNoObjectInStrictJsonIsRefused(String text) {
        refused(ProblemType.INVALID_REQUEST, () -> read(text));
    }

    @Test
    void aNumberOfThousandDigitsIsRefused() {
        refused(ProblemType.INVALID_REQUEST, () -> read("{\"a\":" + "9".repeat(1000) + "}"));
    }

    @Test
    void wholeCharactersBeyondTheBasicPlaneAreTaken() {
        assertThat(read("{\"a\":\"\\ud83c\\udfa7 🎧\"}").path("a").textValue()).isEqualTo("🎧 🎧");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        for (var broken : new byte[][] {
            {'"', (byte) 0xFF, '"'},
            {(byte) 0xC3},
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80}
        }) {
            refused(ProblemType.INVALID_REQUEST, () -> object(new Body(broken, CODEC), JSON, 100));
        }
    }

    @Test
    void objectsNestThirtyTwoDeepAndNoDeeper() {
        assertThat(read(nested(32))).hasSize(1);
        refused(ProblemType.INVALID_REQUEST, () -> read(nested(33)));
        refused(ProblemType.INVALID_REQUEST, () -> read("{\"a\":" + "[".repeat(100_000)));
    }

    @Test
    void aRefusalDoesNotQuoteTheBody() {
        assertThatThrownBy(() -> read("{\"number\":\"+4930123456\",\"number\":1}"))
                .hasMessageNotContainingAny("+4930123456", "number\"", "com.fasterxml", "Exception");
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    private static ObjectNode read(String text) {
        return object(Body.of(text, false, CODEC), JSON, 1 << 20);
    }

    private static ObjectNode object(Body body, Optional<String> type, int largest) {
        return body.object(type, largest, "application/json", "application/merge-patch+json");
    }

    private static void refused(ProblemType type, org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
