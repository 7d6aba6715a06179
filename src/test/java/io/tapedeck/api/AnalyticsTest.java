package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of a call, from its sound and from its words. The dialogue lasts 10 s: two speak 4 s each, a channel for each. */
@QuarkusTest
class AnalyticsTest {
    private static final String TALK = """
            {"language": "en-GB", "segments": [
              {"speaker": "ch_0", "channel": 0, "start": 0.5, "end": 2.0, "words": [
                {"text": "How", "start": 0.5, "end": 1.0}, {"text": "can", "start": 1.0, "end": 1.2},
                {"text": "I", "start": 1.2, "end": 1.3}, {"text": "help?", "start": 1.3, "end": 2.0}]},
              {"speaker": "ch_1", "channel": 1, "start": 5.0, "end": 6.5, "words": [
                {"text": "I", "start": 5.0, "end": 5.2}, {"text": "cancelled", "start": 5.2, "end": 5.8},
                {"text": "my", "start": 5.8, "end": 6.0}, {"text": "order.", "start": 6.0, "end": 6.5}]},
              {"speaker": "ch_0", "channel": 0, "start": 7.0, "end": 8.5, "words": [
                {"text": "I'll", "start": 7.0, "end": 7.2}, {"text": "send", "start": 7.2, "end": 7.6},
                {"text": "you", "start": 7.6, "end": 7.8}, {"text": "the", "start": 7.8, "end": 8.0},
                {"text": "refund.", "start": 8.0, "end": 8.5}]}]}
            """;

    private static final Map<String, ?> SIDES = Map.of(
            "participants", List.of(Map.of("role", "agent", "channel", 0), Map.of("role", "customer", "channel", 1)));

    @Inject
    Api api;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(SampleAudio.DIALOGUE_WAV.bytes(), SIDES);
    }

    @Test
    void nobodyIsShownFiguresThatNobodyAskedFor() {
        caller.get(id, "analytics").statusCode(404).body("detail", containsString("/analyze"));
        included(id).body("analytics", nullValue());
    }

    @Test
    void soundAloneTellsWhoSpeaksWhen() {
        var figures = analyzed(Map.of());

        figures.body("recording", equalTo(id))
                .body("status", equalTo("completed"))
                .body("version", equalTo(1))
                .body("stale", equalTo(false))
                .body("basis", equalTo("audio"))
                .body("confidence", equalTo("high"))
                .body("duration", equalTo(10.0f))
                .body("participants.role", equalTo(List.of("agent", "customer")))
                .body("participants.channel", equalTo(List.of(0, 1)))
                .body("switches", equalTo(1))
                .body("overlap.count", equalTo(0))
                .body("hold", empty())
                .body("keypad.count", equalTo(0))
                .body("loudness.channel", equalTo(List.of(0, 1)))
                .body("audio.deadChannels", empty())
                .body("audio.thresholds.clippings", equalTo(10))
                .body("participants[0].words", nullValue())
                .body("sentiment", nullValue())
                .body("keywords", nullValue())
                .body("summary", nullValue());
        var speech = figures.extract().jsonPath().getList("participants.speakingTime", Double.class);
        assertThat(speech).allSatisfy(seconds -> assertThat(seconds).isCloseTo(4, within(0.3)));
        var shares = figures.extract().jsonPath().getList("participants.shareOfSpeech", Double.class);
        assertThat(shares.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(0.0002));
        assertThat(caller.eventNames(id)).endsWith("analyzed", "completed");
        assertThat(caller.jobs(id).getList("items.action")).contains("analyze");
    }

    @Test
    void whatIsSaidIsNotKeptForTheSameRequestAgain() {
        put(TALK);
        var first = waiting().statusCode(200).body("status", equalTo("completed"));

        waiting()
                .statusCode(202)
                .header("location", equalTo(first.extract().header("location")))
                .body("status", equalTo("processing"))
                .body("keywords", nullValue());
        assertThat(caller.jobs(id).getList("items.action")).containsOnlyOnce("analyze");
    }

    private ValidatableResponse waiting() {
        return caller.request(Map.of())
                .header("prefer", "wait=25")
                .header("idempotency-key", "k")
                .post("/v1/recordings/{id}/analyze", id)
                .then();
    }

    @Test
    void wordsTellMore() {
        put(TALK);

        analyzed(Map.of(
                        "categories",
                        List.of(
                                Map.of("name", "cancel", "phrases", List.of("cancel my order"), "speaker", "customer"),
                                Map.of(
                                        "name",
                                        "greeting",
                                        "phrases",
                                        List.of("good (morning|evening)"),
                                        "absent",
                                        true))))
                .body("basis", equalTo("transcript"))
                .body("participants.speaker", equalTo(List.of("ch_0", "ch_1")))
                .body("participants.words", equalTo(List.of(9, 4)))
                .body("participants[0].questions", equalTo(1))
                .body("firstResponse", equalTo(3.0f))
                .body("longestCustomerStory.duration", equalTo(1.5f))
                .body("categories.name", equalTo(List.of("cancel", "greeting")))
                .body("categories.matched", equalTo(List.of(true, true)))
                .body("categories[0].matches[0].text", equalTo("cancelled my order."))
                .body("categories[0].matches[0].role", equalTo("customer"))
                .body("categories[0].matches[0].start", equalTo(5.2f))
                .body("actionItems", equalTo(List.of("I'll send you the refund.")))
                .body("commitments[0].speaker", equalTo("ch_0"))
                .body("commitments[0].start", equalTo(7.0f))
                .body("sentiment.trend.size()", equalTo(4))
                .body("sentimentSource.name", equalTo("lexicon"))
                .body("summarySource.name", equalTo("extractive"))
                .body("summarySource.missed", nullValue());
    }

    @Test
    void aSummaryIsMadeUnlessNobodyWantsOne() {
        put(TALK);

        analyzed(Map.of()).body("summarySentences.size()", equalTo(0)).body("summary", equalTo(""));
        analyzed(Map.of("summary", false)).body("summary", nullValue()).body("summarySentences", nullValue());
    }

    @Test
    void whatIsThereIsStaleOnceTheWordsOrTheSoundHaveChanged() {
        analyzed(Map.of()).body("stale", equalTo(false));
        put(TALK);
        shown().body("stale", equalTo(true)).body("basis", equalTo("audio"));
        analyzed(Map.of()).body("stale", equalTo(false)).body("basis", equalTo("transcript"));

        caller.done(id, "trim", Map.of("start", 1));
        shown().body("stale", equalTo(true)).body("version", equalTo(1));

        caller.request(Map.of("version", 1))
                .post("/v1/recordings/{id}/restore", id)
                .then()
                .statusCode(200);
        shown().body("stale", equalTo(false)).body("version", equalTo(1));
    }

    @Test
    void figuresThatHaveNotChangedNeedNotBeSentAgain() {
        analyzed(Map.of());
        var tag = shown().extract().header("etag");

        caller.request()
                .header("if-none-match", tag)
                .get("/v1/recordings/{id}/analytics", id)
                .then()
                .statusCode(304);
        caller.request()
                .header("if-none-match", "\"other\", W/" + tag)
                .get("/v1/recordings/{id}/analytics", id)
                .then()
                .statusCode(304);
        put(TALK);
        caller.request()
                .header("if-none-match", tag)
                .get("/v1/recordings/{id}/analytics", id)
                .then()
                .statusCode(200)
                .body("stale", equalTo(true));
    }

    @Test
    void theyComeWithTheRecordingForWhoeverAsks() {
        analyzed(Map.of());

        var whole = included(id)
                .body("analytics.duration", equalTo(10.0f))
                .extract()
                .jsonPath();
        assertThat(whole.getMap("analytics"))
                .isEqualTo(shown().extract().jsonPath().getMap(""));
        caller.show(id).body("analytics", nullValue());
    }

    @Test
    void whoAsksForThemBeforehandGetsThemOnceTheAudioIsThere() {
        put(TALK);
        var other = caller.completed(
                SampleAudio.ONE_SIDED_WAV.bytes(), Map.of("actions", List.of(Map.of("action", "analyze"))));

        caller.get(other, "analytics")
                .statusCode(200)
                .body("audio.deadChannels", equalTo(List.of(1)))
                .body("audio.silentSides", equalTo(List.of(1)));
    }

    @Test
    void oneChannelHoldsThemAllAndNobodyIsSureWhoSpeaks() {
        var mono = caller.completed(SampleAudio.TONE_WAV.bytes());
        caller.done(mono, "analyze", Map.of());

        caller.get(mono, "analytics")
                .statusCode(200)
                .body("confidence", equalTo("low"))
                .body("participants.size()", equalTo(1))
                .body("silence.total", equalTo(2.0f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"categories": [{"name": "x", "phrases": ["y"], "speaker": "nurse"}]} | /categories/0/speaker
                    {"categories": [{"name": "x", "phrases": []}]}                        | /categories/0/phrases
                    {"categories": [{"name": "x", "phrases": ["y", "..."]}]}              | /categories/0/phrases/1
                    {"silenceThreshold": 0.01}                                            | /silenceThreshold
                    {"sentiment": true}                                                   | /sentiment
                    """)
    void whatCannotBeAskedIsRefusedAndNamed(String body, String pointer) {
        caller.request()
                .contentType("application/json")
                .body(body)
                .post("/v1/recordings/{id}/analyze", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors.field", hasItems(pointer));
    }

    @Test
    void whoIsThereIsSaidToWhoeverNamesSomebodyElse() {
        caller.ask(
                        id,
                        "analyze",
                        Map.of("categories", List.of(Map.of("name", "x", "phrases", List.of("y"), "speaker", "z"))))
                .statusCode(400)
                .body("errors[0].message", containsString("ch_0, agent, ch_1, customer"));
    }

    @Test
    void othersSeeNothingOfThem() {
        analyzed(Map.of());
        var other = api.caller();

        other.get(id, "analytics").statusCode(404);
        other.ask(id, "analyze", Map.of()).statusCode(404);
    }

    @Test
    void theyGoWithTheRecording() {
        analyzed(Map.of());
        caller.delete(id).statusCode(200);

        caller.get(id, "analytics").statusCode(410);
        caller.ask(id, "analyze", Map.of()).statusCode(410);
        included(id).body("status", equalTo("deleted")).body("analytics", nullValue());
    }

    @Test
    void eventsTellNothingThatWasSaid() {
        put(TALK);
        analyzed(Map.of());

        var event = caller.events(id).<String>getString("items.findAll { it.type == 'recording.analyzed' }[0].data");
        assertThat(event).doesNotContain("cancelled", "refund");
    }

    private void put(String transcript) {
        caller.request()
                .contentType("application/json")
                .body(transcript)
                .put("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(200)
                .body("segments.size()", greaterThan(0));
    }

    private ValidatableResponse analyzed(Map<String, ?> request) {
        caller.done(id, "analyze", request);
        return shown();
    }

    private ValidatableResponse shown() {
        return caller.get(id, "analytics").statusCode(200);
    }

    private ValidatableResponse included(String recording) {
        return caller.request()
                .queryParam("include", "analytics")
                .get("/v1/recordings/{id}", recording)
                .then()
                .statusCode(200);
    }
}
