package io.tapedeck.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.json.Json;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Retention;
import io.tapedeck.storage.Placement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Requests as API Gateway sends them, and a recording that they are about. */
public final class Requests {
    public static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);
    public static final RecordingId ID = new RecordingId(Ulid.first(NOON));

    private Requests() {}

    public static CallRecording recording() {
        return recording(Details.NONE);
    }

    public static CallRecording recording(Details details) {
        return CallRecording.create(
                new TenantId("acme"), ID, details, Retention.of(30, NOON), Placement.OWN, Intake.UNANNOUNCED);
    }

    /** @param headers names and values in turn */
    public static Request of(String method, String... headers) {
        return Request.of(event(method, headers), Optional.empty(), Ulid.first(NOON), new Json());
    }

    public static APIGatewayV2HTTPEvent event(String method, String... headers) {
        var all = new HashMap<String, String>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        var http = RequestContext.Http.builder()
                .withMethod(method)
                .withPath("/v1/recordings/" + ID)
                .build();
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath("/v1/recordings/" + ID)
                .withRawQueryString("phoneNumber=%2B4930123456")
                .withHeaders(all)
                .withPathParameters(Map.of("id", ID.toString()))
                .withRequestContext(RequestContext.builder()
                        .withHttp(http)
                        .withDomainName("api.example.org")
                        .build())
                .build();
    }
}
