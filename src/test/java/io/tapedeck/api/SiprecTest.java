package io.tapedeck.api;

import static io.tapedeck.api.Problems.invalid;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Recordings that a session recording client tells of. */
@QuarkusTest
class SiprecTest {
    private static final String TYPE = "application/rs-metadata+xml";

    @Inject
    Api api;

    @Test
    void metadataAloneCreatesARecordingToBeUploaded() throws IOException {
        byte[] document;
        try (var file = getClass().getResourceAsStream("/siprec/complete.xml")) {
            document = file.readAllBytes();
        }

        api.caller()
                .request()
                .contentType(TYPE)
                .body(document)
                .post("/v1/recordings")
                .then()
                .statusCode(201)
                .body("call.id", equalTo("ab30317f1a784dc48ff824d0d3715d86"))
                .body("startTime", equalTo(1_772_357_400))
                .body("endTime", equalTo(1_772_357_645))
                .body("participants[0].name", equalTo("Roberto Esempio"))
                .body("participants[0].channel", equalTo(1))
                .body("upload.url", notNullValue());
    }

    @Test
    void metadataThatAreWrongAreRefused() {
        var caller = api.caller();
        for (var body : new String[] {"", "{}", "<!DOCTYPE a><a/>"}) {
            invalid(
                    caller.request()
                            .contentType(TYPE)
                            .body(body.getBytes(StandardCharsets.UTF_8))
                            .post("/v1/recordings")
                            .then(),
                    "");
        }
    }
}
