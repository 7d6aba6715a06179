package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import io.tapedeck.process.SearchPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that is transcribed by real recognition: a customer and an agent whom a synthesiser speaks, a channel for each. */
@QuarkusTest
class SpokenCallTest {
    private static final Path MADE_CALL = Path.of("src/test/resources/audio/made-call.flac");
    private static final Map<String, ?> POCKETSPHINX = Map.of("engine", "pocketsphinx");

    @Inject
    Api api;

    private Caller caller;

    @BeforeEach
    void enter() {
        Assumptions.assumeTrue(SearchPath.find("pocketsphinx_continuous").isPresent(), "pocketsphinx is not installed");
        caller = api.caller();
    }

    @Test
    void whatIsSaidIsWrittenDownChannelByChannel() throws IOException {
        var id = caller.completed(
                Files.readAllBytes(MADE_CALL),
                Map.of(
                        "participants",
                        List.of(Map.of("role", "agent", "channel", 0), Map.of("role", "customer", "channel", 1)),
                        "actions",
                        List.of(Map.of("action", "transcribe", "request", POCKETSPHINX))));

        var transcript = caller.get(id, "transcript").statusCode(200).extract().jsonPath();

        assertThat(transcript.getString("status")).isEqualTo("completed");
        assertThat(transcript.getString("engine")).isEqualTo("pocketsphinx");
        assertThat(transcript.getString("model")).isEqualTo("en-us");
        assertThat(transcript.getList("speakers.role")).containsExactly("agent", "customer");
        assertThat(transcript.getList("segments.channel")).contains(0, 1);
        assertThat(transcript.getString("text")).contains("four");
        assertThat(transcript.getDouble("duration")).isCloseTo(59.6, within(0.1));
        assertThat(caller.retrieve(id).getBoolean("hasTranscript")).isTrue();
        assertThat(caller.eventNames(id)).containsSubsequence("created", "processing", "transcribed", "completed");
    }

    @Test
    void whoeverWaitsIsAnsweredWithIt() {
        var id = caller.completed(SampleAudio.SILENT_WAV.bytes());

        caller.request(POCKETSPHINX)
                .header("prefer", "wait=25")
                .post("/v1/recordings/{id}/transcribe", id)
                .then()
                .statusCode(200)
                .header("job-status", "succeeded")
                .body("status", equalTo("completed"))
                .body("text", equalTo(""))
                .body("segments", equalTo(List.of()));
    }

    @Test
    void whoeverDoesNotWaitIsToldThatItIsUnderWay() {
        var id = caller.completed(SampleAudio.SILENT_WAV.bytes());

        var answer = caller.ask(id, "transcribe", POCKETSPHINX)
                .statusCode(202)
                .header("location", containsString("/v1/recordings/" + id + "/jobs/job_"))
                .body("recording", equalTo(id))
                .body("status", equalTo("processing"))
                .body("engine", equalTo("pocketsphinx"))
                .extract()
                .jsonPath();

        caller.awaitStatus(id, "completed");
        caller.get(id, "transcript").body("id", equalTo(answer.getString("id"))).body("status", equalTo("completed"));
        assertThat(caller.jobs(id).getList("items.action")).contains("transcribe");
        assertThat(caller.jobs(id).getInt("items[-1].result.version")).isEqualTo(1);
    }

    @Test
    void aLanguageThatTheEngineDoesNotKnowFailsTheJobAndNotTheRecording() {
        var id = caller.completed(SampleAudio.SILENT_WAV.bytes());

        caller.request(Map.of("engine", "pocketsphinx", "language", "de-DE"))
                .header("prefer", "wait=25")
                .post("/v1/recordings/{id}/transcribe", id)
                .then()
                .statusCode(200)
                .header("job-status", "failed")
                .body("status", equalTo("failed"))
                .body("failure.code", equalTo("unsupported-language"));

        caller.show(id).body("status", equalTo("completed")).body("hasTranscript", equalTo(false));
        caller.get(id, "transcript").statusCode(200).body("status", equalTo("failed"));
        caller.request()
                .queryParam("format", "vtt")
                .get("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }
}
