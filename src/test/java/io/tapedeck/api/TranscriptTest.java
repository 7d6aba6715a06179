package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transcripts that are brought along and handed out. The dialogue lasts 10 s and has a channel for each side. */
@QuarkusTest
class TranscriptTest {
    private static final String TALK = """
            {"language": "en-GB", "segments": [
              {"speaker": "ch_0", "channel": 0, "start": 0.5, "end": 2.0, "text": "Good morning.", "words": [
                {"text": "Good", "start": 0.5, "end": 1.0}, {"text": "morning.", "start": 1.2, "end": 2.0}]},
              {"speaker": "ch_1", "channel": 1, "start": 5.0, "end": 6.5, "text": "Hello there.", "words": [
                {"text": "Hello", "start": 5.0, "end": 5.5}, {"text": "there.", "start": 6.0, "end": 6.5}]}]}
            """;

    @Inject
    Api api;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(
                SampleAudio.DIALOGUE_WAV.bytes(),
                Map.of(
                        "participants",
                        List.of(Map.of("role", "agent", "channel", 0), Map.of("role", "customer", "channel", 1))));
    }

    @Test
    void withoutOneThereIsNothingToShow() {
        caller.get(id, "transcript").statusCode(404).body("detail", containsString("/transcribe"));
        caller.show(id).body("hasTranscript", equalTo(false)).body("transcript", nullValue());
        included(id).body("transcript", nullValue());
    }

    @Test
    void oneThatIsBroughtAlongIsThatOfTheRecording() {
        var stored = put(id, "application/json", TALK)
                .statusCode(200)
                .header("etag", startsWith("\"trn_"))
                .body("id", startsWith("trn_"))
                .body("recording", equalTo(id))
                .body("status", equalTo("completed"))
                .body("engine", equalTo("import"))
                .body("language", equalTo("en-GB"))
                .body("duration", equalTo(10))
                .body("speakers.role", equalTo(List.of("agent", "customer")))
                .body("segments.text", equalTo(List.of("Good morning.", "Hello there.")))
                .extract();

        caller.get(id, "transcript")
                .statusCode(200)
                .body("", equalTo(stored.jsonPath().getMap("")));
        caller.show(id)
                .body("hasTranscript", equalTo(true))
                .body("transcript.id", equalTo(stored.path("id")))
                .body("transcript.url", containsString("/v1/recordings/" + id + "/transcript"))
                .body("transcript.segments", nullValue())
                .body("participants.speaker", equalTo(List.of("ch_0", "ch_1")));
        included(id).body("transcript", equalTo(stored.jsonPath().getMap("")));
        assertThat(caller.eventNames(id)).last().isEqualTo("transcribed");
        assertThat(caller.events(id).<String>getString("items[-1].data")).doesNotContain("morning", "http");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    -                                        | -    | application/json              | {
                    */*                                      | -    | application/json              | {
                    text/vtt                                 | -    | text/vtt; charset=utf-8       | WEBVTT
                    application/x-subrip                     | -    | application/x-subrip; charset=utf-8 | 1
                    text/plain                               | -    | text/plain; charset=utf-8     | [
                    TEXT/VTT;q=0.5, text/plain;q=0.4, */*;q=0.1 | - | text/vtt; charset=utf-8       | WEBVTT
                    text/*, application/json;q=0.9           | -    | text/vtt; charset=utf-8       | WEBVTT
                    text/vtt;q=0, */*                        | -    | application/json              | {
                    image/png                                | -    | application/json              | {
                    -                                        | vtt  | text/vtt; charset=utf-8       | WEBVTT
                    application/json                         | srt  | application/x-subrip; charset=utf-8 | 1
                    """)
    void itIsShownInTheFormThatIsLikedBest(String accept, String format, String type, String beginning) {
        put(id, "application/json", TALK).statusCode(200);

        var request = caller.request();
        if (accept != null) {
            request.header("accept", accept);
        }
        if (format != null) {
            request.queryParam("format", format);
        }
        var answer = request.get("/v1/recordings/{id}/transcript", id).then().statusCode(200);

        assertThat(answer.extract().header("content-type")).isEqualTo(type);
        assertThat(answer.extract().body().asString()).startsWith(beginning);
    }

    @Test
    void whatHasMoreSpeakersThanATranscriptMayHaveIsRefusedBeforeItIsStored() {
        var many = IntStream.range(0, 65)
                .mapToObj("{\"speaker\": \"s%d\", \"start\": 1, \"end\": 2, \"text\": \"hi\"}"::formatted)
                .collect(Collectors.joining(","));
        put(id, "application/json", "{\"segments\": [" + many + "]}")
                .statusCode(400)
                .body("errors[0].field", startsWith("/segments/64"));

        caller.get(id, "transcript").statusCode(404);
    }

    @Test
    void captionsNameTheSpeakersByTheirRoles() {
        put(id, "application/json", TALK).statusCode(200);

        assertThat(text("vtt")).contains("<v Agent>Good morning.", "00:00:05.000 --> ");
        assertThat(text("srt")).contains("Agent: Good morning.", "Customer: Hello there.");
        assertThat(text("txt")).contains("Good morning.").contains("Hello there.");
    }

    @Test
    void captionsBecomeATranscript() {
        var vtt = "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Anna>Good morning\n";

        put(id, "text/vtt", vtt)
                .statusCode(200)
                .body("wordTimes", equalTo("estimated"))
                .body("segments[0].text", equalTo("Good morning"))
                .body("segments[0].speaker", equalTo("Anna"))
                .body("speakerConfidence", equalTo("low"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/json | {"segments": [{"start": 9, "end": 10.6, "text": "late"}]}  | 400 | invalid-request
                    application/json | {"segments": [{"start": 3, "end": 2, "text": "back"}]}     | 400 | invalid-request
                    application/json | {"segments": 7}                                            | 400 | invalid-request
                    application/json | {"segments": [{"channel": 9, "start": 1, "end": 2, "text": "nobody"}]} | 400 | invalid-request
                    application/json | nothing                                                    | 400 | invalid-request
                    text/vtt         | no captions                                                | 400 | invalid-request
                    image/png        | x                                                          | 415 | unsupported-media-type
                    """)
    void whatIsNoTranscriptOfTheAudioIsRefused(String type, String body, int status, String code) {
        put(id, type, body).statusCode(status).body("code", equalTo(code));
        caller.get(id, "transcript").statusCode(404);
    }

    @Test
    void ofTwoWhoWriteAtOnceOneIsTold() {
        var first = put(id, "application/json", TALK).statusCode(200).extract().header("etag");

        conditional("if-none-match", "*").statusCode(412).body("code", equalTo("precondition-failed"));
        conditional("if-match", "\"trn_other\"").statusCode(412);
        conditional("if-match", first).statusCode(200);
        conditional("if-match", first).statusCode(412);
    }

    @Test
    void oneThatIsLargerThanAnAnswerCanBeReadAllTheSame() {
        var words = ("a".repeat(120) + " ").repeat(10_000);

        put(id, "text/vtt", "WEBVTT\n\n00:01.000 --> 00:09.000\n" + words)
                .statusCode(200)
                .body("segments", nullValue())
                .body("status", equalTo("completed"));

        caller.request()
                .header("accept-encoding", "gzip")
                .get("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(200)
                .body("segments[0].words.size()", equalTo(10_000));
    }

    @Test
    void whoeverHasItAlreadyIsToldSo() {
        var etag = put(id, "application/json", TALK).statusCode(200).extract().header("etag");

        caller.request()
                .header("if-none-match", etag)
                .get("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(304)
                .header("etag", equalTo(etag));
        caller.request()
                .header("if-none-match", etag)
                .queryParam("format", "vtt")
                .get("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(200);
    }

    @Test
    void captionsThatOverlapStayWhole() {
        var srt = "1\n00:00:01,000 --> 00:00:03,000\nFirst caption says this\n\n"
                + "2\n00:00:02,000 --> 00:00:05,000\nSecond caption says that\n";

        put(id, "application/x-subrip", srt)
                .statusCode(200)
                .body("segments.text", equalTo(List.of("First caption says this", "Second caption says that")));
    }

    @Test
    void whatIsSaidIsCalledAsItIsCalledInTheTranscript() {
        put(id, "application/json", """
                        {"segments": [{"speaker": "Ann", "channel": 0, "start": 1, "end": 2, "text": "hello"}]}""").statusCode(200);

        caller.show(id).body("participants.speaker", equalTo(List.of("Ann", "ch_1")));
    }

    @Test
    void itFollowsTheAudioThroughCutsAndComesBackWithItsVersion() {
        put(id, "application/json", TALK).statusCode(200);

        caller.done(id, "trim", Map.of("remove", List.of(Map.of("start", 1.1, "end", 4.1))));
        var trimmed = caller.get(id, "transcript").statusCode(200).extract().jsonPath();
        assertThat(trimmed.getList("segments.text")).containsExactly("Good", "Hello there.");
        assertThat(trimmed.getDouble("segments[1].start")).isCloseTo(2, within(0.002));
        assertThat(trimmed.getDouble("duration")).isCloseTo(7, within(0.002));

        var earlier = caller.request()
                .queryParam("version", 1)
                .get("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(200);
        earlier.body("segments.text", equalTo(List.of("Good morning.", "Hello there.")));
        caller.request(Map.of("version", 1))
                .post("/v1/recordings/{id}/restore", id)
                .then()
                .statusCode(200)
                .body("hasTranscript", equalTo(true));
        caller.get(id, "transcript").body("segments[1].start", equalTo(5));
    }

    @Test
    void anotherFormHasTheSameTranscript() {
        put(id, "application/json", TALK).statusCode(200);

        caller.done(id, "convert", Map.of("format", "mp3", "channels", 1));

        caller.get(id, "transcript")
                .statusCode(200)
                .body("segments.speaker", equalTo(List.of("ch_0", "ch_1")))
                .body("speakerConfidence", equalTo("high"))
                .body("segments.channel", everyItem(nullValue()))
                .body("speakers.role", equalTo(List.of("agent", "customer")));
    }

    @Test
    void aCopyTakesItAlongAndAMergeHasBoth() {
        put(id, "application/json", TALK).statusCode(200);

        var copy = caller.ask(id, "trim", Map.of("start", 4, "asNew", true))
                .statusCode(202)
                .extract()
                .<String>path("id");
        caller.awaitStatus(copy, "completed");
        caller.get(copy, "transcript")
                .statusCode(200)
                .body("segments.text", equalTo(List.of("Hello there.")))
                .body("segments[0].start", equalTo(1));

        var merged = caller.merge(Map.of("recordings", List.of(id, copy)))
                .statusCode(202)
                .extract()
                .<String>path("id");
        caller.awaitStatus(merged, "completed");
        caller.get(merged, "transcript")
                .statusCode(200)
                .body("segments.text", equalTo(List.of("Good morning.", "Hello there.", "Hello there.")))
                .body("segments[2].start", equalTo(11));
    }

    @Test
    void itGoesWithTheRecording() {
        put(id, "application/json", TALK).statusCode(200);

        caller.delete(id).statusCode(200);

        caller.get(id, "transcript").statusCode(410);
        put(id, "application/json", TALK).statusCode(410);
    }

    @Test
    void itIsOnlyForWhoMayReadTheRecording() {
        put(id, "application/json", TALK).statusCode(200);
        var other = api.caller();

        other.get(id, "transcript").statusCode(404);
        other.request()
                .contentType("application/json")
                .body(TALK)
                .put("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(404);
    }

    private ValidatableResponse put(String recording, String type, String body) {
        return caller.request()
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/recordings/{id}/transcript", recording)
                .then();
    }

    private ValidatableResponse conditional(String condition, String tag) {
        return caller.request()
                .contentType("application/json")
                .header(condition, tag)
                .body(TALK)
                .put("/v1/recordings/{id}/transcript", id)
                .then();
    }

    private ValidatableResponse included(String recording) {
        return caller.request()
                .queryParam("include", "transcript")
                .get("/v1/recordings/{id}", recording)
                .then()
                .statusCode(200);
    }

    private String text(String format) {
        return caller.request()
                .queryParam("format", format)
                .get("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString();
    }
}
