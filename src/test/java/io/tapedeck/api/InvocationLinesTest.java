package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.LogLines;
import io.tapedeck.SampleAudio;
import io.tapedeck.json.Json;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.retention.Sweep;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line of an invocation says how it ended and what it did. */
@QuarkusTest
class InvocationLinesTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();
    private static final long HOUR = 3600;

    @Inject
    Api api;

    @Inject
    Functions functions;

    @Inject
    Queues queues;

    @Inject
    Sweep sweep;

    @Inject
    TestClock clock;

    private final Json json = new Json();
    private LogLines log;
    private Caller caller;

    @BeforeEach
    void enter() {
        queues.awaitIdle();
        functions.resetTime();
        caller = api.caller();
        log = new LogLines(InvocationLog.LOGGER);
    }

    @AfterEach
    void leave() {
        log.close();
        functions.resetTime();
    }

    @Test
    void everyRequestHasALineWithItsStatusAndRecording() {
        var id = caller.create(Map.of()).getString("id");
        caller.show(id).statusCode(200);
        caller.request().get("/v1/recordings/{id}", "nothing").then().statusCode(404);

        var created = line(of("create"));
        assertThat(created.path("outcome").intValue()).isEqualTo(201);
        assertThat(created.path("recording").textValue()).isEqualTo(id);
        assertThat(created.path("apiRequestId").textValue()).isNotEmpty();
        assertThat(created.path("ServerErrors").intValue()).isZero();
        assertThat(lines(of("retrieve")))
                .extracting(line -> line.path("outcome").intValue())
                .containsExactly(200, 404);
        assertThat(lines(of("authorizer")))
                .extracting(line -> line.path("outcome").textValue())
                .containsExactly("known", "known", "known");
    }

    @Test
    void whoTakesAudioInTellsOfItsLength() {
        var id = caller.completed(TONE);

        var line = line(of("ingest").and(about(id)));
        assertThat(line.path("outcome").textValue()).isEqualTo("completed");
        assertThat(line.path("records").intValue()).isEqualTo(1);
        assertThat(line.path("CompletedJobs").intValue()).isEqualTo(1);
        assertThat(line.path("FailedJobs").intValue()).isZero();
        assertThat(line.path("AudioSeconds").doubleValue())
                .isEqualTo(caller.retrieve(id).getDouble("duration"));
    }

    @Test
    void whatIsNoAudioIsAFailedJob() {
        var id = caller.upload("no audio".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());

        var line = line(of("ingest").and(about(id)));
        assertThat(line.path("outcome").textValue()).isEqualTo("failed");
        assertThat(line.path("FailedJobs").intValue()).isEqualTo(1);
        assertThat(line.path("CompletedJobs").intValue()).isZero();
        assertThat(line.path("AudioSeconds").doubleValue()).isZero();
    }

    @Test
    void theSweepTellsWhatBecameOfEverythingThatWasDue() {
        caller.create(Map.of());
        var deleted = caller.completed(TONE);
        var expired = caller.completed(TONE);
        caller.update(deleted, Map.of("autoDeleteAt", clock.now() + HOUR)).statusCode(200);
        caller.update(expired, Map.of("expiresAt", clock.now() + HOUR)).statusCode(200);
        clock.advance(Duration.ofHours(24));
        functions.sweep();

        var line = line(of("sweep"));
        assertThat(line.path("outcome").textValue()).isEqualTo("completed");
        assertThat(line.path("abandoned").intValue()).isGreaterThanOrEqualTo(1);
        assertThat(line.path("deleted").intValue()).isGreaterThanOrEqualTo(1);
        assertThat(line.path("expired").intValue()).isGreaterThanOrEqualTo(1);
        assertThat(line.path("errors").intValue()).isZero();
        assertThat(line.path("FailedJobs").intValue())
                .isEqualTo(
                        line.path("abandoned").intValue() + line.path("givenUp").intValue());
        assertThat(line.path("SweptRecordings").intValue())
                .isEqualTo(
                        line.path("deleted").intValue() + line.path("expired").intValue());
        assertThat(line.path("SweepLag").intValue()).isZero();
    }

    @Test
    void aSweepThatDoesNotGetThroughIsBehindByTheOldestThatIsLeft() {
        var recording = caller.completed(TONE);
        caller.update(recording, Map.of("autoDeleteAt", clock.now() + HOUR)).statusCode(200);
        clock.advance(Duration.ofHours(11));

        var cut = sweep.run(Duration.ZERO);
        var whole = sweep.run(Duration.ofMinutes(1));

        assertThat(cut.complete()).isFalse();
        // other tests leave what is due within the first hour
        assertThat(cut.lag()).isBetween(10 * HOUR, 11 * HOUR + 60);
        assertThat(whole.complete()).isTrue();
        assertThat(whole.lag()).isZero();
    }

    @Test
    void onOneMachineThereAreNoMetricsToTellOf() {
        caller.completed(TONE);
        queues.awaitIdle();

        assertThat(lines(_ -> true)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.has("_aws")).isFalse();
            assertThat(line.path("function").textValue()).isNotEmpty();
        });
    }

    /** The one line of that kind, once it is there. */
    private JsonNode line(Predicate<JsonNode> kind) {
        await().atMost(Caller.PATIENCE).until(() -> !lines(kind).isEmpty());
        assertThat(lines(kind)).hasSize(1);
        return lines(kind).getFirst();
    }

    private List<JsonNode> lines(Predicate<JsonNode> kind) {
        return log.all().stream().map(json::read).filter(kind).toList();
    }

    private static Predicate<JsonNode> of(String function) {
        return line -> line.path("function").textValue().equals(function);
    }

    private static Predicate<JsonNode> about(String recording) {
        return line -> line.path("recording").asText().equals(recording);
    }
}
