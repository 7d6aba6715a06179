package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.LogLines;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the log must not tell, whatever happens to a recording. */
@QuarkusTest
class DiscretionTest {
    private static final Map<String, Object> PERSONAL = Map.of(
            "phoneNumber", Map.of("number", "+4930987654", "name", "Voglmayr"),
            "participants", List.of(Map.of("name", "Voglmayr", "channel", 0)),
            "tags", List.of("divorce"),
            "metadata", Map.of("note", "owes 4711"));

    @Inject
    Api api;

    private String shared;
    private String opening;

    @Test
    void theLogTellsNoNumberNoNameNoKeyAndNoLink() {
        try (var log = new LogLines("")) {
            var caller = api.caller();
            var link = live(caller);
            var lines = String.join("\n", log.all());

            assertThat(lines)
                    .contains("\"function\":\"create\"", "\"function\":\"openLink\"", "recording.deleted")
                    .doesNotContain("4930987654", "Voglmayr", "divorce", "4711", "lost in thought")
                    .doesNotContain(caller.key(), Caller.randomPart(caller.key()), Api.OPERATOR_KEY)
                    .doesNotContain(shared, opening)
                    .doesNotContain(link, link.substring(link.indexOf("/u/") + 3), "X-Amz-", "Signature", "Bearer ");
        }
    }

    /** Opens a share that has a password. */
    private void open(Caller caller, String id) {
        var share = caller.request(Map.of("password", "4711"))
                .post("/v1/recordings/{id}/share", id)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("url");
        shared = share.substring(share.lastIndexOf('/') + 1);
        var audio = api.anonymous()
                .contentType("application/x-www-form-urlencoded")
                .body("password=4711")
                .post(share)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("audio.url");
        opening = audio.substring(audio.lastIndexOf('=') + 1);
        Transfer.get(audio).requireStatus(302);
    }

    /** Does all that can be done and some that cannot. Answers a link that was good. */
    private String live(Caller caller) {
        var id = caller.completed(SampleAudio.TONE_WAV.bytes(), PERSONAL);
        caller.get(id, "download").statusCode(200);
        var link = caller.request(Map.of("fileName", "Voglmayr.wav"))
                .post("/v1/recordings/{id}/secure-url", id)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("url");
        Transfer.get(link).requireStatus(302);
        open(caller, id);
        caller.request()
                .queryParam("phoneNumber", "+4930987654")
                .get("/v1/recordings")
                .then()
                .statusCode(200);
        caller.update(id, Map.of("tags", List.of("divorce", "4711"))).statusCode(200);
        caller.update(id, Map.of("phoneNumber", Map.of("number", "4930987654"))).statusCode(400);
        caller.request(PERSONAL)
                .header("Idempotency-Key", "lost in thought")
                .post("/v1/recordings")
                .then()
                .statusCode(400);
        caller.request()
                .contentType("application/json")
                .body("{\"Voglmayr")
                .post("/v1/recordings")
                .then()
                .statusCode(400);
        caller.request().get("/v1/recordings/{id}", "Voglmayr").then().statusCode(404);
        caller.request().get("/Voglmayr").then().statusCode(404);
        var broken = caller.upload("Voglmayr says 4711".getBytes(java.nio.charset.StandardCharsets.UTF_8), PERSONAL);
        caller.awaitStatus(broken, "failed");
        caller.delete(id).statusCode(200);
        await().atMost(Caller.PATIENCE).until(() -> caller.eventNames(id).contains("deleted"));
        return link;
    }
}
