package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all requests for work on audio have in common. */
@QuarkusTest
class AudioWorkTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();
    private static final Map<String, Map<String, ?>> OPERATIONS = Map.of(
            "compress", Map.of(), "convert", Map.of("format", "ogg"), "trim", Map.of("start", 1), "enhance", Map.of());

    @Inject
    Api api;

    @Inject
    TestClock clock;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @AfterEach
    void leave() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    compress | {"bitrate":24,"maxSize":5000}                   | /maxSize
                    compress | {"quality":"best"}                              | /quality
                    convert  | {"format":"wav","codec":"mp3"}                  | /codec
                    convert  | {"format":"mp3","sampleRate":9000}              | /sampleRate
                    trim     | {"start":2,"end":1}                             | /end
                    trim     | {"remove":[{"start":1,"end":2},{"start":-1,"end":2}]} | /remove/1/start
                    enhance  | {"silenceRemoval":{"keep":9}}                   | /silenceRemoval/keep
                    enhance  | {"noiseReduction":"a lot"}                      | /noiseReduction
                    restore  | {"version":1.5}                                 | /version
                    """)
    void whatIsWrongIsNamedByItsPointerBeforeAnythingElseIsLookedAt(String operation, String body, String pointer) {
        caller.request()
                .contentType("application/json")
                .body(body)
                .post("/v1/recordings/{id}/" + operation, Endpoint.NOBODYS)
                .then()
                .statusCode(400)
                .body("code", is("invalid-request"))
                .body("errors.field", equalTo(List.of(pointer)));
    }

    @Test
    void workThatIsAskedForBeforeTheAudioIsThereIsDoneOnceItIs() {
        var created = caller.create(Map.of());
        var id = created.getString("id");

        caller.ask(id, "trim", Map.of("start", 0.5)).statusCode(202).body("job.status", is("queued"));
        caller.ask(id, "restore", Map.of("version", 1)).statusCode(409).body("code", is("not-ready"));
        Transfer.put(created, TONE).requireStatus(200);

        assertThat(caller.awaitStatus(id, "completed").getDouble("duration")).isEqualTo(1.5);
    }

    @Test
    void withoutAudioThereIsNothingToWorkOn() {
        var id = caller.upload("no audio".getBytes(StandardCharsets.UTF_8), Map.of());
        caller.awaitStatus(id, "failed");

        OPERATIONS.forEach((operation, body) ->
                caller.ask(id, operation, body).statusCode(422).body("code", is("unprocessable-audio")));
    }

    @Test
    void audioThatIsDeletedOrExpiredCannotBeWorkedOn() {
        var deleted = caller.completed(TONE);
        caller.delete(deleted).statusCode(200);
        var expired = caller.completed(TONE);
        caller.update(expired, Map.of("expiresAt", clock.now() - 1)).statusCode(200);

        for (var id : List.of(deleted, expired)) {
            OPERATIONS.forEach((operation, body) ->
                    caller.ask(id, operation, body).statusCode(410).body("code", is("gone")));
        }
    }

    @Test
    void theSameRequestAgainIsDoneOnce() {
        var id = caller.completed(TONE);

        var first = keyed(id, Map.of("start", 1)).statusCode(202).extract();
        caller.awaitStatus(id, "completed");
        var again = keyed(id, Map.of("start", 1)).statusCode(202).extract();

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(caller.jobs(id).<String>getList("items.action")).containsExactly("ingest", "trim");
        keyed(id, Map.of("start", 0.5)).statusCode(422).body("code", is("idempotency-key-reuse"));
    }

    @Test
    void theSameRequestForSomethingNewIsDoneOnce() {
        var id = caller.completed(TONE);

        var first = keyed(id, Map.of("start", 1, "asNew", true))
                .statusCode(202)
                .extract()
                .<String>path("id");
        var again = keyed(id, Map.of("start", 1, "asNew", true))
                .statusCode(202)
                .extract()
                .<String>path("id");

        assertThat(again).isEqualTo(first);
        caller.request().get("/v1/recordings").then().body("items.size()", is(2));
    }

    @Test
    void jobsOfARecordingAreDoneInTheOrderInWhichTheyWereAskedFor() {
        var id = caller.completed(SampleAudio.DIALOGUE_WAV.bytes());

        for (var end : List.of(9, 8, 7, 6, 5)) {
            caller.ask(id, "trim", Map.of("end", end)).statusCode(202);
        }

        caller.awaitStatus(id, "completed");
        var versions = caller.versions(id);
        assertThat(versions.<Number>getList("items.duration"))
                .extracting(Number::intValue)
                .containsExactly(10, 9, 8, 7, 6, 5);
        var jobs = caller.jobs(id);
        assertThat(jobs.<String>getList("items.status")).containsOnly("succeeded");
        assertThat(jobs.<Integer>getList("items.started")).isSorted();
    }

    @Test
    void whatIsDoneToAudioIsSeenInTheRecording() {
        var id = caller.completed(TONE);

        caller.done(id, "trim", Map.of("start", 0.5));

        var job = caller.retrieve(id).<String, Object>getMap("job");
        assertThat(job).containsEntry("action", "trim").containsEntry("status", "succeeded");
        assertThat(job.get("attempts")).isEqualTo(1);
        assertThat((Map<?, ?>) job.get("result")).hasToString("{version=2, removed=[{start=0.0, end=0.5}]}");
    }

    private ValidatableResponse keyed(String id, Map<String, ?> body) {
        return caller.request(body)
                .header("Idempotency-Key", "k")
                .post("/v1/recordings/{id}/trim", id)
                .then();
    }
}
