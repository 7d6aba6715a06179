package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.LogLines;
import io.tapedeck.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvocationLogTest {
    private static final List<String> SECRETS =
            List.of("4930123456", "tdk_secret", "Ann", "X-Amz-Signature", "api.example.org", "a voice");

    private final Json json = new Json();
    private final InvocationLog log =
            new InvocationLog(json, Clock.tick(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofSeconds(1)));

    @Test
    void anInvocationIsALineOfJsonThatTellsNothingOfWhatWasSaid() {
        try (var lines = new LogLines("invocation")) {
            log.around("download", event(), () -> response(302));

            assertThat(json.read(lines.only()))
                    .isEqualTo(json.read("{\"function\":\"download\",\"status\":302,\"recording\":\"" + Requests.ID
                            + "\",\"millis\":0}"));
        }
    }

    @Test
    void whatIsNoRecordingsIdIsNotLogged() {
        var event = event();
        event.setPathParameters(java.util.Map.of("id", "+4930123456"));

        try (var lines = new LogLines("invocation")) {
            log.around("retrieve", event, () -> response(404));

            assertThat(json.read(lines.only()).has("recording")).isFalse();
            assertThat(lines.only()).doesNotContain(SECRETS);
        }
    }

    @Test
    void aFailureIsLoggedByItsPlaceAndWithoutItsWords() {
        var failure = new IllegalStateException(
                "call of Ann, +4930123456", new IllegalArgumentException("tdk_secret said a voice"));

        try (var lines = new LogLines("invocation")) {
            log.failure("urn:ulid:1", failure);

            JsonNode line = json.read(lines.only());
            assertThat(line.path("instance").textValue()).isEqualTo("urn:ulid:1");
            assertThat(line.path("fault"))
                    .extracting(JsonNode::textValue)
                    .contains("java.lang.IllegalStateException", "java.lang.IllegalArgumentException");
            assertThat(line.toString()).contains("InvocationLogTest").doesNotContain(SECRETS);
        }
    }

    private static com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent event() {
        var event = Requests.event("GET", "authorization", "Bearer tdk_secret", "idempotency-key", "a voice");
        event.setBody("{\"name\":\"Ann\"}");
        return event;
    }

    private static APIGatewayV2HTTPResponse response(int status) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(java.util.Map.of("location", "http://s3/?X-Amz-Signature=1"))
                .withBody("a voice")
                .build();
    }
}
