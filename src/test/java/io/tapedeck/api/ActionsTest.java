package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to be done to the audio of a recording once it is there. */
@QuarkusTest
class ActionsTest {
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();
    private static final Map<String, ?> FIRST_HALF = Map.of("action", "trim", "request", Map.of("end", 5));
    private static final Map<String, ?> BEYOND = Map.of("action", "trim", "request", Map.of("start", 7));
    private static final Map<String, ?> COMPRESS = Map.of("action", "compress");

    @Inject
    Api api;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @Test
    void theyAreDoneInTheirOrder() {
        var id = caller.completed(DIALOGUE, Map.of("actions", List.of(FIRST_HALF, COMPRESS)));

        var recording = caller.retrieve(id);
        assertThat(recording.getInt("version")).isEqualTo(3);
        assertThat(recording.getDouble("duration")).isBetween(4.95, 5.05);
        assertThat(recording.getString("codec")).isEqualTo("opus");
        assertThat(caller.versions(id).<String>getList("items.action")).containsExactly("ingest", "trim", "compress");
        assertThat(caller.jobs(id).<String>getList("items.action")).containsExactly("ingest", "trim", "compress");
        assertThat(caller.jobs(id).<String>getList("items.status")).containsOnly("succeeded");
        assertThat(caller.eventNames(id))
                .startsWith("created", "processing")
                .containsSubsequence("updated", "compressed", "completed")
                .endsWith("completed");
        assertThat(caller.eventNames(id)).filteredOn("completed"::equals).hasSize(1);
    }

    @Test
    void beforeTheAudioIsThereTheyWait() {
        var created = caller.create(Map.of("actions", List.of(FIRST_HALF, COMPRESS)));

        assertThat(created.getString("status")).isEqualTo("processing");
        assertThat(created.getString("upload.url")).isNotBlank();
        var jobs = caller.jobs(created.getString("id"));
        assertThat(jobs.<String>getList("items.action")).containsExactly("ingest", "trim", "compress");
        assertThat(jobs.<String>getList("items.status")).containsExactly("awaiting-upload", "queued", "queued");
    }

    @Test
    void oneThatFailsLeavesTheRestToBeDone() {
        var id = caller.completed(DIALOGUE, Map.of("actions", List.of(FIRST_HALF, BEYOND, COMPRESS)));

        var jobs = caller.jobs(id);
        assertThat(jobs.<String>getList("items.status"))
                .containsExactly("succeeded", "succeeded", "failed", "succeeded");
        assertThat(jobs.getString("items[2].failure.code")).matches("[a-z]+(-[a-z]+)*");
        assertThat(jobs.getString("items[2].failure.message")).matches("[A-Z].*\\.");
        assertThat(caller.retrieve(id).getString("codec")).isEqualTo("opus");
        caller.show(id).body("failure", nullValue());
        assertThat(caller.eventNames(id)).containsSubsequence("updated", "failed", "compressed", "completed");
    }

    @Test
    void withoutAudioThereIsNothingToDo() {
        var id = caller.upload("no audio".getBytes(StandardCharsets.UTF_8), Map.of("actions", List.of(COMPRESS)));

        caller.awaitStatus(id, "failed");

        assertThat(caller.jobs(id).<String>getList("items.status")).containsExactly("failed", "failed");
        caller.ask(id, "compress", Map.of()).statusCode(422).body("code", equalTo("unprocessable-audio"));
    }

    @Test
    void whatIsWrongWithOneIsNamedByItsPointer() {
        caller.request(Map.of("actions", List.of(COMPRESS, Map.of("action", "trim", "request", Map.of("start", -1)))))
                .post("/v1/recordings")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("/actions/1/request/start")));
        caller.request(Map.of("actions", List.of(Map.of("action", "summarize"))))
                .post("/v1/recordings")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("/actions/0/action")));
    }
}
