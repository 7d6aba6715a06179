package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.LogLines;
import io.tapedeck.json.Json;
import io.tapedeck.log.FixedPlatform;
import io.tapedeck.log.InvocationLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static final List<String> SECRETS =
            List.of("4930123456", "tdk_secret", "Ann", "X-Amz-Signature", "api.example.org", "a voice");

    private final Json json = new Json();
    private final RequestLog log = new RequestLog(new InvocationLog(json, Clock.systemUTC(), FixedPlatform.NONE));

    @Test
    void aRequestsLineTellsTheRecordingAndTheStatusAndNothingOfWhatWasSaid() {
        var line = line(event(), response(302, "http://s3/?X-Amz-Signature=1"));

        assertThat(line.path("function").textValue()).isEqualTo("download");
        assertThat(line.path("outcome").intValue()).isEqualTo(302);
        assertThat(line.path("recording").textValue()).isEqualTo(Requests.ID.toString());
        assertThat(line.path("apiRequestId").textValue()).isEqualTo("JKJaXmPLvHcESHA=");
        assertThat(line.path("ServerErrors").intValue()).isZero();
        assertThat(line.toString()).doesNotContain(SECRETS);
    }

    @Test
    void whatIsNoRecordingsIdIsNotLogged() {
        var event = event();
        event.setPathParameters(Map.of("id", "+4930123456"));

        var line = line(event, response(404, "/"));

        assertThat(line.has("recording")).isFalse();
        assertThat(line.toString()).doesNotContain(SECRETS);
    }

    @Test
    void aRecordingThatWasCreatedIsNamed() {
        var event = event();
        event.setPathParameters(null);

        assertThat(line(event, response(201, "/v1/recordings/" + Requests.ID))
                        .path("recording")
                        .textValue())
                .isEqualTo(Requests.ID.toString());
    }

    @Test
    void anAnswerThatIsTheServersFaultCountsAsSuch() {
        assertThat(line(event(), response(499, "/")).path("ServerErrors").intValue())
                .isZero();
        assertThat(line(event(), response(500, "/")).path("ServerErrors").intValue())
                .isEqualTo(1);
        assertThat(line(event(), response(503, "/")).path("ServerErrors").intValue())
                .isEqualTo(1);
    }

    @Test
    void noAnswerAtAllIsTheServersFaultToo() {
        try (var lines = new LogLines(InvocationLog.LOGGER)) {
            assertThatThrownBy(() -> log.around("download", event(), () -> {
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);

            assertThat(json.read(lines.only()).path("outcome").textValue()).isEqualTo("error");
            assertThat(json.read(lines.only()).path("ServerErrors").intValue()).isEqualTo(1);
        }
    }

    private JsonNode line(APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse response) {
        try (var lines = new LogLines(InvocationLog.LOGGER)) {
            log.around("download", event, () -> response);
            return json.read(lines.only());
        }
    }

    private static APIGatewayV2HTTPEvent event() {
        var event = Requests.event("GET", "authorization", "Bearer tdk_secret", "idempotency-key", "a voice");
        event.getRequestContext().setRequestId("JKJaXmPLvHcESHA=");
        event.setBody("{\"name\":\"Ann\"}");
        return event;
    }

    private static APIGatewayV2HTTPResponse response(int status, String location) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("location", location))
                .withBody("a voice")
                .build();
    }
}
