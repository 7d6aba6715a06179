package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers who would rather wait, and what others can do with a recording meanwhile. */
@QuarkusTest
@TestProfile(PrivateTargets.class)
class WaitingTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();
    private static final Map<String, ?> SECOND = Map.of("start", 1);

    @Inject
    Api api;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(TONE);
    }

    @Test
    void whoDoesNotWaitIsToldWhereToLook() {
        var answer = caller.ask(id, "trim", SECOND).statusCode(202);
        var job = answer.extract().<String>path("job.id");

        answer.body("status", equalTo("processing"))
                .header("Job-Status", nullValue())
                .header("Location", "/v1/recordings/" + id + "/jobs/" + job)
                .header("Preference-Applied", nullValue());
        assertThat(answer.extract().header("ETag")).isNotBlank();
        caller.awaitStatus(id, "completed");
        caller.get(id, "jobs/" + job).body("status", equalTo("succeeded")).body("result.version", equalTo(2));
    }

    @Test
    void whoWaitsGetsTheResult() {
        var answer = waiting("wait=25").statusCode(200).header("Preference-Applied", "wait=25");

        answer.header("Job-Status", "succeeded");
        answer.header("ETag", caller.show(id).extract().header("ETag"))
                .header(
                        "Location",
                        "/v1/recordings/" + id + "/jobs/" + answer.extract().<String>path("job.id"))
                .body("status", equalTo("completed"))
                .body("duration", equalTo(1f))
                .body("version", equalTo(2))
                .body("job.status", equalTo("succeeded"));
    }

    @Test
    void nobodyWaitsLongerThanTheApiDoes() {
        waiting("respond-async, Wait=\"600\"; foo=bar").statusCode(200).header("Preference-Applied", "wait=25");
    }

    @Test
    void aWishThatIsNotSaidWellIsNone() {
        waiting("wait=soon").statusCode(202).header("Preference-Applied", nullValue());
    }

    @Test
    void aFailureIsAResultToo() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var workers = new BusyWorkers(caller)) {
            caller.ask(id, "trim", Map.of("end", 0.5)).statusCode(202);
            var beyond = threads.submit(() -> waiting("wait=25"));
            await().atMost(Caller.PATIENCE)
                    .until(() -> caller.jobs(id).getList("items").size() == 3);
            workers.close();
            beyond.get()
                    .statusCode(200)
                    .header("Preference-Applied", "wait=25")
                    .header("Job-Status", "failed")
                    .body("job.status", equalTo("failed"))
                    .body("status", equalTo("completed"))
                    .body("duration", equalTo(0.5f))
                    .body("failure", nullValue());
        }
    }

    @Test
    void whoWaitedInVainIsAnsweredAsIfHeHadNot() {
        try (var _ = new BusyWorkers(caller)) {
            var begin = System.nanoTime();
            waiting("wait=1")
                    .statusCode(202)
                    .header("Preference-Applied", nullValue())
                    .body("status", equalTo("processing"))
                    .body("job.status", equalTo("queued"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            waiting("wait=0").statusCode(202).header("Preference-Applied", nullValue());
        }
        assertThat(caller.awaitStatus(id, "completed").getInt("version")).isEqualTo(2);
    }

    @Test
    void meanwhileTheAudioCanBeHadAsItWas() {
        try (var _ = new BusyWorkers(caller)) {
            caller.ask(id, "trim", SECOND).statusCode(202);

            var recording = caller.retrieve(id);
            assertThat(recording.getString("status")).isEqualTo("processing");
            assertThat(recording.getInt("version")).isEqualTo(1);
            assertThat(recording.getDouble("job.progress")).isZero();
            assertThat(caller.audio(id)).isEqualTo(TONE);
            assertThat(Transfer.get(recording.getString("secureUrl")).status()).isEqualTo(302);
            caller.get(id, "waveform").statusCode(200);
            caller.update(id, Map.of("tags", List.of("meanwhile"))).statusCode(200);
        }
        var trimmed = caller.awaitStatus(id, "completed");
        assertThat(trimmed.getInt("version")).isEqualTo(2);
        assertThat(trimmed.getDouble("job.progress")).isEqualTo(1);
        assertThat(trimmed.<String>getList("tags")).containsExactly("meanwhile");
    }

    @Test
    void whatIsDeletedMeanwhileStaysDeleted() {
        try (var _ = new BusyWorkers(caller)) {
            caller.ask(id, "trim", SECOND).statusCode(202);
            caller.delete(id).statusCode(200);
        }
        caller.show(id).body("status", equalTo("deleted"));
    }

    private ValidatableResponse waiting(String preference) {
        return caller.request(SECOND)
                .header("Prefer", preference)
                .post("/v1/recordings/{id}/trim", id)
                .then();
    }
}
