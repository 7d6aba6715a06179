package io.tapedeck.api;

import static io.tapedeck.api.Problems.invalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are wrong, to every operation that takes one. */
@QuarkusTest
class BodiesTest {
    private static final List<String> NEEDING_ONE =
            List.of("update", "completeUpload", "convert", "trim", "merge", "restore", "createKey");
    private static final int MEBIBYTE = 1 << 20;

    @Inject
    Api api;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.create(Map.of()).getString("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"text\"",
                "7",
                "{",
                "{\"a\":1,}",
                "{\"tags\":[\"a\"],\"tags\":[\"b\"]}",
                "{\"startTime\":NaN}",
                "{\"startTime\":Infinity}",
                "{\"startTime\":1e99999999999}",
                "{} {}",
                "<xml/>",
                " ",
                "{\"name\":\"\\ud800\"}"
            })
    void whatIsNoJsonObjectIsRefused(String body) {
        for (var endpoint : Endpoint.bodied()) {
            invalid(endpoint.send(caller.request(), id, "application/json", body.getBytes(StandardCharsets.UTF_8)), "");
        }
    }

    @Test
    void brokenUtf8IsRefused() {
        var broken = "{\"name\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        broken[9] = (byte) 0xFF;

        for (var endpoint : Endpoint.bodied()) {
            invalid(endpoint.send(caller.request(), id, "application/json", broken), "");
        }
    }

    @Test
    void whatIsNestedTooDeepIsRefused() {
        var deep = "{\"metadata\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        var tooDeep = "{\"metadata\":" + "{\"a\":".repeat(32) + "1" + "}".repeat(33);

        for (var endpoint : Endpoint.bodied()) {
            var answer = endpoint.send(caller.request(), id, "application/json", deep.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.extract().statusCode()).isIn(400, 413);
            invalid(
                    endpoint.send(caller.request(), id, "application/json", tooDeep.getBytes(StandardCharsets.UTF_8)),
                    "");
        }
    }

    @Test
    void anotherContentTypeIsRefused() {
        for (var endpoint : Endpoint.bodied()) {
            for (var type : List.of(
                    "text/plain",
                    "application/xml",
                    "audio/wav",
                    "application/x-www-form-urlencoded",
                    ";",
                    "multipart/related; boundary=x")) {
                var answer = RawHttp.send(
                        "{}".getBytes(StandardCharsets.UTF_8),
                        endpoint.method(),
                        endpoint.path().replace("{id}", id),
                        "Authorization: Bearer " + caller.key(),
                        "Content-Type: " + type);

                assertThat(answer.status()).as(endpoint.id() + " " + type).isEqualTo(415);
                assertThat(Problems.fits(415, answer.body())).isTrue();
            }
        }
    }

    @Test
    void aMebibyteIsTooLarge() {
        var large = ("{\"name\":\"" + "x".repeat(MEBIBYTE) + "\"}").getBytes(StandardCharsets.UTF_8);

        for (var endpoint : Endpoint.bodied()) {
            var expected = endpoint.id().equals("completeUpload") ? 400 : 413;
            endpoint.send(caller.request(), id, "application/json", large).statusCode(expected);
        }
    }

    @Test
    void threeMebibytesAreTooLargeEvenForTenThousandParts() {
        var large = ("{\"name\":\"" + "x".repeat(3 * MEBIBYTE) + "\"}").getBytes(StandardCharsets.UTF_8);

        caller.request()
                .contentType("application/json")
                .body(large)
                .post("/v1/recordings/{id}/upload", id)
                .then()
                .statusCode(413);
    }

    @Test
    void sevenMebibytesAreTooLargeForTheGateway() {
        var large = new byte[7 * MEBIBYTE];

        caller.request()
                .contentType("application/json")
                .body(large)
                .post("/v1/recordings")
                .then()
                .statusCode(413);
    }

    @Test
    void aBodyThatIsNeededMustBeThere() {
        for (var endpoint : Endpoint.bodied()) {
            if (NEEDING_ONE.contains(endpoint.id())) {
                invalid(endpoint.send(caller.request(), id, "application/json", new byte[0]));
            }
        }
    }

    @Test
    void aBodyThatIsNotNeededMayBeMissing() {
        caller.request()
                .contentType("application/json")
                .post("/v1/recordings")
                .then()
                .statusCode(201);
        caller.request().contentType("text/plain").post("/v1/recordings").then().statusCode(201);
        caller.request()
                .post("/v1/recordings/{id}/secure-url", id)
                .then()
                .statusCode(409)
                .body("code", is("not-ready"));
    }

    @Test
    void aBodyWhereNoneIsTakenIsNotRead() {
        caller.request().body("{{{").get("/v1/recordings/{id}", id).then().statusCode(200);
        caller.request().body("{{{").delete("/v1/recordings/{id}", id).then().statusCode(200);
    }

    @Test
    void whatWasRefusedLeftNothing() {
        var before = caller.show(id).extract().header("ETag");

        for (var endpoint : Endpoint.bodied()) {
            endpoint.send(caller.request(), id, "application/json", "{\"colour\":1}".getBytes(StandardCharsets.UTF_8));
        }

        caller.show(id).header("ETag", before);
        caller.request().get("/v1/recordings").then().body("items.size()", is(1));
        caller.request().get("/v1/keys").then().body("items.size()", is(1));
        assertThat(caller.eventNames(id)).containsExactly("created");
    }
}
