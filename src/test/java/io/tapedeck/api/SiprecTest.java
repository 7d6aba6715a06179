package io.tapedeck.api;

import static io.tapedeck.api.Problems.invalid;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
        api.caller()
                .request()
                .contentType(TYPE)
                .body(document())
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

    @Test
    void jsonBesideMetadataCounts() throws IOException {
        api.caller()
                .request()
                .multiPart("metadata", "metadata.xml", document(), TYPE)
                .multiPart("request", "{\"call\": {\"id\": \"mine\"}, \"tags\": [\"sbc\"]}", "application/json")
                .post("/v1/recordings")
                .then()
                .statusCode(201)
                .body("call.id", equalTo("mine"))
                .body("tags", contains("sbc"))
                .body("startTime", equalTo(1_772_357_400))
                .body("participants[0].name", equalTo("Roberto Esempio"));
    }

    @Test
    void partsMayBeMixedAsInSip() throws IOException {
        var text = "--b\r\nContent-Type: application/json\r\n\r\n%s\r\n--b\r\nContent-Type: %s\r\n\r\n%s\r\n--b--\r\n"
                .formatted(
                        "{\"endTime\": 1772357500, \"participants\": [{\"name\": \"Ann\"}]}",
                        TYPE,
                        new String(document(), StandardCharsets.UTF_8));

        mixed(text)
                .statusCode(201)
                .body("call.id", equalTo("ab30317f1a784dc48ff824d0d3715d86"))
                .body("endTime", equalTo(1_772_357_500))
                .body("participants.name", contains("Ann"));
    }

    @Test
    void partsThatAreWrongAreRefused() {
        invalid(mixed("--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b--"), "");
        invalid(
                mixed("--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b\r\nContent-Type: " + TYPE
                        + "\r\n\r\n<a/>\r\n--b--"),
                "");
        invalid(mixed(""), "");
        api.caller()
                .request()
                .contentType("text/xml")
                .body("<a/>".getBytes(StandardCharsets.UTF_8))
                .post("/v1/recordings")
                .then()
                .statusCode(415)
                .body("detail", containsString("application/json"))
                .body("detail", containsString(TYPE))
                .body("detail", containsString("multipart/form-data"))
                .body("detail", containsString("multipart/mixed"));
    }

    private ValidatableResponse mixed(String text) {
        return api.caller()
                .request()
                .contentType("multipart/mixed; boundary=b")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/v1/recordings")
                .then();
    }

    private byte[] document() throws IOException {
        try (var file = getClass().getResourceAsStream("/siprec/complete.xml")) {
            return file.readAllBytes();
        }
    }
}
