package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers keep with their recordings. */
@QuarkusTest
class MetadataTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Inject
    Api api;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1e99,\"b\":-0.0,\"c\":1.10,\"d\":123456789012345678901234567890.123456789,\"e\":1e999999}",
                "{\"\":{\"\":\"\"},\"a.b\":[],\"#\":null,\"$ref\":\"x\",\"@type\":\"java.lang.Runtime\"}",
                "{\"text\":\"Gr\u00fc\u00dfe \ud83c\udfa7 \\u0000 \\u202e \u05e9\u05dc\u05d5\u05dd \\\\ \\\"\"}",
                "{\"long\":1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567e50}",
                "{\"list\":[1,\"1\",true,null,{},[]]}"
            })
    void anyJsonIsKeptAsItIs(String metadata) throws JsonProcessingException {
        var id = create(metadata).statusCode(201).extract().<String>path("id");

        var shown = JSON.readTree(caller.show(id).statusCode(200).extract().asString());
        var event =
                JSON.readTree(caller.get(id, "events").statusCode(200).extract().asString());

        assertThat(shown.get("metadata")).isEqualTo(JSON.readTree(metadata));
        assertThat(event.at("/items/0/data/recording/metadata")).isEqualTo(JSON.readTree(metadata));
        caller.update(id, Map.of("tags", List.of("new"))).statusCode(200);
    }

    @Test
    void itMayNestAsDeepAsABodyMay() throws JsonProcessingException {
        var metadata = "{\"a\":".repeat(30) + "[]" + "}".repeat(30);
        var id = create(metadata).statusCode(201).extract().<String>path("id");

        assertThat(JSON.readTree(caller.show(id).statusCode(200).extract().asString())
                        .get("metadata"))
                .isEqualTo(JSON.readTree(metadata));
        caller.update(id, Map.of("tags", List.of("new"))).statusCode(200);
        caller.get(id, "events").statusCode(200);
        caller.request().get("/v1/recordings").then().statusCode(200);
    }

    @Test
    void sixteenKibibytesAreTakenAndNotAByteMore() {
        create("{\"text\":\"" + "x".repeat(16 * 1024 - 11) + "\"}").statusCode(201);
        refused(create("{\"text\":\"" + "x".repeat(16 * 1024 - 10) + "\"}"), "must have at most 16 KiB as JSON");
        refused(create("{\"text\":\"" + "\u00fc".repeat(8 * 1024) + "\"}"), "must have at most 16 KiB as JSON");
        refused(create("{\"text\":\"" + "x".repeat(17 * 1024) + "\"}"), "must have at most 16 KiB as JSON");
    }

    @Test
    void sixtyFourPropertiesAreTakenAndNotOneMore() {
        var metadata = new HashMap<String, Integer>();
        for (int i = 0; i < 64; i++) {
            metadata.put("key" + i, i);
        }
        caller.create(Map.of("metadata", metadata));
        metadata.put("one", 1);

        refused(
                caller.request(Map.of("metadata", metadata))
                        .post("/v1/recordings")
                        .then(),
                "must have at most 64 properties");
    }

    @Test
    void textsOfAnySortAreKeptAndFound() {
        for (var text : List.of(
                "\u0000",
                "#",
                "a#b",
                "\ud83c\udfa7".repeat(256),
                "\u202e\u05d0",
                "' OR 1=1 --",
                "${jndi:x}",
                "{{7*7}}",
                "%00",
                " ",
                "../..",
                "+4930123456")) {
            var id = caller.create(Map.of(
                            "call", Map.of("id", text),
                            "assistant", Map.of("id", text, "name", text),
                            "phoneNumber", Map.of("id", text),
                            "tags", List.of(text.substring(0, Math.min(128, text.length())))))
                    .getString("id");

            caller.show(id).statusCode(200).body("call.id", is(text)).body("phoneNumber.id", is(text));
            for (var parameter : List.of("call", "assistant")) {
                caller.request()
                        .queryParam(parameter, text)
                        .queryParam("tag", text.substring(0, Math.min(128, text.length())))
                        .get("/v1/recordings")
                        .then()
                        .statusCode(200)
                        .body("items.id", is(List.of(id)));
            }
        }
    }

    private ValidatableResponse create(String metadata) {
        return caller.request()
                .contentType("application/json")
                .body(("{\"metadata\":" + metadata + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/recordings")
                .then();
    }

    private static void refused(ValidatableResponse answer, String message) {
        answer.statusCode(400)
                .body("errors.field", is(List.of("/metadata")))
                .body("errors.message", is(List.of(message)));
    }
}
