package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work on audio whose result is a recording of its own. */
@QuarkusTest
class AsNewTest {
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();

    @Inject
    Api api;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(
                DIALOGUE, Map.of("call", Map.of("id", "call-1"), "tags", List.of("support"), "retentionPeriod", 30));
    }

    @Test
    void theOriginalStaysAsItIs() {
        var before = caller.show(id).extract().header("ETag");

        var made = made("trim", Map.of("start", 5, "asNew", true));

        caller.show(id).header("ETag", before);
        assertThat(caller.awaitStatus(made, "completed").getDouble("duration")).isEqualTo(5);
        assertThat(caller.audio(id)).isEqualTo(DIALOGUE);
    }

    @Test
    void theNewOneTakesAfterTheOriginal() {
        var made = caller.awaitStatus(made("compress", Map.of("asNew", true)), "completed");

        assertThat(made.<String>getList("derivedFrom")).containsExactly(id);
        assertThat(made.getString("call.id")).isEqualTo("call-1");
        assertThat(made.<String>getList("tags")).containsExactly("support");
        assertThat(made.getLong("autoDeleteAt")).isEqualTo(caller.retrieve(id).getLong("autoDeleteAt"));
        assertThat(made.getInt("version")).isEqualTo(1);
        var versions = caller.versions(made.getString("id"));
        assertThat(versions.<String>getList("items.action")).containsExactly("compress");
        assertThat(versions.getString("items[0].parentSha256")).isEqualTo(Audio.sha256(DIALOGUE));
    }

    @Test
    void theAnswerNamesTheNewRecordingsJob() {
        var answer = caller.ask(id, "enhance", Map.of("asNew", true)).statusCode(202);
        var made = answer.extract().jsonPath();

        answer.body("id", not(equalTo(id)))
                .body("status", equalTo("processing"))
                .header("Location", "/v1/recordings/" + made.getString("id") + "/jobs/" + made.getString("job.id"));
    }

    @Test
    void whoWaitsGetsTheNewOne() {
        caller.request(Map.of("format", "flac", "asNew", true))
                .header("Prefer", "wait=25")
                .post("/v1/recordings/{id}/convert", id)
                .then()
                .statusCode(200)
                .body("id", not(equalTo(id)))
                .body("format", equalTo("flac"))
                .body("status", equalTo("completed"));
    }

    @Test
    void itLivesOnWithoutTheOriginal() {
        var made = made("trim", Map.of("end", 5, "asNew", true));
        caller.awaitStatus(made, "completed");

        caller.delete(id).statusCode(200);

        assertThat(caller.audio(made)).isNotEmpty();
    }

    private String made(String operation, Map<String, ?> body) {
        return caller.ask(id, operation, body).statusCode(202).extract().path("id");
    }
}
