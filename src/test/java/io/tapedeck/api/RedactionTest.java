package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal data taken out of a call. The dialogue lasts 10 s; on each channel somebody speaks for 4 s. */
@QuarkusTest
class RedactionTest {
    private static final String NUMBER = "4111 1111 1111 1111";
    private static final String TALK = """
            {"language": "en-GB", "segments": [
              {"speaker": "ch_0", "channel": 0, "start": 0.5, "end": 2.0, "words": [
                {"text": "Your", "start": 0.5, "end": 1.0}, {"text": "card", "start": 1.0, "end": 1.3},
                {"text": "number?", "start": 1.3, "end": 2.0}]},
              {"speaker": "ch_1", "channel": 1, "start": 5.0, "end": 8.5, "words": [
                {"text": "It's", "start": 5.0, "end": 5.5}, {"text": "4111", "start": 6.0, "end": 6.3},
                {"text": "1111", "start": 6.3, "end": 6.6}, {"text": "1111", "start": 6.6, "end": 6.9},
                {"text": "1111", "start": 6.9, "end": 7.2}, {"text": "thanks", "start": 8.0, "end": 8.5}]}]}
            """;

    @Inject
    Api api;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = spoken(SampleAudio.DIALOGUE_WAV.bytes());
    }

    @Test
    void nothingOfItIsLeftAnywhere() throws Exception {
        caller.done(id, "analyze", Map.of());

        var redacted = caller.done(id, "redact", Map.of());

        assertThat(redacted.getBoolean("redacted")).isTrue();
        assertThat(redacted.getString("redactionType")).isEqualTo("silence");
        assertThat(redacted.<String>getList("redactions.entity")).containsExactly("credit-card");
        assertThat(redacted.getDouble("redactions[0].start")).isEqualTo(6.0, within(0.001));
        assertThat(redacted.getInt("redactions[0].channel")).isEqualTo(1);
        assertThat(redacted.getString("job.action")).isEqualTo("redactPII");
        assertThat(redacted.<String>getList("job.result.spans.entity")).containsExactly("credit-card");
        assertThat(samples(caller.audio(id), 5.8, 7.4)).containsOnly((byte) 0);
        assertThat(samples(caller.audio(id), 7.41, 8.5))
                .isEqualTo(samples(SampleAudio.DIALOGUE_WAV.bytes(), 7.41, 8.5));
        for (var what : List.of("transcript", "analytics", "events", "jobs", "versions", "transcript?format=vtt")) {
            caller.get(id, what).statusCode(200);
            assertThat(caller.get(id, what).extract().asString()).doesNotContain("4111", "1111 1111");
        }
        caller.get(id, "transcript?format=srt")
                .body(containsString("[credit-card]"))
                .body(containsString("thanks"));
        caller.get(id, "transcript").body("redacted", equalTo(true));
        caller.get(id, "analytics").body("stale", equalTo(false)).body("version", equalTo(2));
        assertThat(caller.eventNames(id)).containsSubsequence("analyzed", "processing", "redacted", "completed");
    }

    @Test
    void whatCameBeforeIsPurgedAndItsChainStays() {
        var sha256 = caller.retrieve(id).getString("sha256");
        caller.done(id, "redact", Map.of());

        var versions = caller.versions(id);
        assertThat(versions.<Boolean>getList("items.purged")).containsExactly(true, false);
        assertThat(versions.getString("items[0].sha256")).isEqualTo(sha256);
        assertThat(versions.<String>getList("items.action")).containsExactly("ingest", "redactPII");
        for (var what : List.of("download?version=1", "transcript?version=1")) {
            caller.get(id, what).statusCode(410);
        }
        caller.ask(id, "restore", Map.of("version", 1)).statusCode(410);
        link(Map.of("version", 1)).statusCode(410);
    }

    @Test
    void linksThatWereMadeBeforeStopWorkingAtOnce() {
        var before = link(Map.of()).statusCode(201).extract().<String>path("url");
        var own = caller.retrieve(id).getString("secureUrl");
        open(before).statusCode(302);

        caller.done(id, "redact", Map.of());

        open(before).statusCode(410).body("detail", containsString("redacted"));
        open(own).statusCode(410);
        open(link(Map.of()).extract().path("url")).statusCode(302);
    }

    @Test
    void aKeptOriginalIsForAdministratorsAlone() {
        caller.done(id, "redact", Map.of("keepOriginal", true));
        var ordinary = new Caller(api, caller.tenant(), api.key(caller.tenant(), "read", "write", "download"));

        assertThat(caller.versions(id).<Boolean>getList("items.purged")).containsExactly(false, false);
        assertThat(ordinary.versions(id).<Boolean>getList("items.purged")).containsExactly(true, false);
        caller.get(id, "download?version=1").statusCode(200);
        caller.get(id, "transcript?version=1").statusCode(200).body("text", containsString(NUMBER));
        for (var what : List.of("download?version=1", "transcript?version=1")) {
            ordinary.get(id, what).statusCode(410);
        }
        ordinary.ask(id, "restore", Map.of("version", 1)).statusCode(410);
        link(Map.of("version", 1)).statusCode(410);
    }

    @Test
    void noUrlFromBeforeFetchesAKeptOriginal() {
        var url = caller.get(id, "download").statusCode(200).extract().<String>path("url");
        Transfer.get(url).requireStatus(200);

        caller.done(id, "redact", Map.of("keepOriginal", true));

        await().atMost(Caller.PATIENCE).untilAsserted(() -> Transfer.get(url).requireStatus(404));
        var kept =
                caller.get(id, "download?version=1").statusCode(200).extract().<String>path("url");
        assertThat(Transfer.get(kept).requireStatus(200).body()).isEqualTo(SampleAudio.DIALOGUE_WAV.bytes());
    }

    @Test
    void aPreviewTellsWhatToAskFor() {
        var before = caller.show(id).extract().<String>path("sha256");
        var preview = caller.done(id, "redact", Map.of("preview", true));
        assertThat(preview.<String>getList("job.result.spans.entity")).containsExactly("credit-card");
        assertThat(preview.getString("sha256")).isEqualTo(before);
        assertThat(preview.getBoolean("redacted")).isFalse();

        var span = Map.of(
                "start",
                preview.getDouble("job.result.spans[0].start"),
                "end",
                preview.getDouble("job.result.spans[0].end"));
        var redacted =
                caller.done(id, "redact", Map.of("entities", List.of(), "ranges", List.of(span), "type", "beep"));

        assertThat(redacted.<String>getList("redactions.entity")).containsExactly("range");
        assertThat(redacted.getString("redactionType")).isEqualTo("beep");
        caller.get(id, "transcript").body("text", containsString("It's [redacted] thanks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flac", "mp3", "ogg", "webm", "m4a"})
    void everyFormatIsCutInTime(String format) {
        caller.done(id, "convert", Map.of("format", format));

        var redacted = caller.done(id, "redact", Map.of("type", "deletion", "padding", 0));

        assertThat(redacted.getString("format")).isEqualTo(format);
        assertThat(redacted.getDouble("duration")).isCloseTo(8.8, within(0.02));
        caller.get(id, "transcript").body("segments[1].words[-1].start", equalTo(6.8f));
    }

    @Test
    void itIsDoneToANewRecordingAndTheOriginalStays() {
        var etag = caller.show(id).extract().header("etag");

        var copy = caller.ask(id, "redact", Map.of("asNew", true))
                .statusCode(202)
                .extract()
                .<String>path("id");

        assertThat(caller.awaitStatus(copy, "completed").getBoolean("redacted")).isTrue();
        caller.show(id).header("etag", etag).body("redacted", equalTo(false));
        caller.get(copy, "transcript").body("text", not(containsString(NUMBER)));
    }

    @Test
    void aHoldKeepsTheEvidence() {
        caller.update(id, Map.of("legalHold", true));

        caller.ask(id, "redact", Map.of()).statusCode(423).body("code", equalTo("legal-hold"));
        caller.ask(id, "redact", Map.of("preview", true)).statusCode(202);
        caller.awaitStatus(id, "completed");
        caller.ask(id, "redact", Map.of("asNew", true)).statusCode(202);
    }

    @Test
    void itFollowsTheAudioThatIsTakenIn() {
        var ranges = Map.of("entities", List.of(), "ranges", List.of(Map.of("start", 1, "end", 2)));

        var recording = caller.completed(
                SampleAudio.DIALOGUE_WAV.bytes(),
                Map.of("actions", List.of(Map.of("action", "redactPII", "request", ranges))));

        caller.show(recording)
                .body("redacted", equalTo(true))
                .body("version", equalTo(2))
                .body("redactions.entity", equalTo(List.of("range")));
    }

    @Test
    void nothingIsSaidOfItBefore() {
        caller.show(id)
                .body("redacted", equalTo(false))
                .body("redactionType", nullValue())
                .body("redactions", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": "mute"}                                       | /type
            {"entities": ["shoe-size"]}                            | /entities/0
            {"entities": []}                                       | /entities
            {"ranges": [{"start": 2, "end": 1}]}                   | /ranges/0/end
            {"ranges": [{"start": -1, "end": 1}]}                  | /ranges/0/start
            {"ranges": [{"start": "NaN", "end": 1}]}               | /ranges/0/start
            {"ranges": [{"start": 1}]}                             | /ranges/0/end
            {"padding": 2.5}                                       | /padding
            {"channels": "left"}                                   | /channels
            {"keepOriginal": true, "asNew": true}                  | /keepOriginal
            {"preview": true, "asNew": true}                       | /preview
            {"minConfidence": 0.9}                                 | /minConfidence
            """)
    void whatCannotBeIsRefused(String body, String pointer) {
        caller.request()
                .contentType("application/json")
                .body(body)
                .post("/v1/recordings/{id}/redact", id)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of(pointer)));
    }

    @Test
    void tooManyRangesAndThoseBeyondTheEndAreRefused() {
        var range = Map.of("start", 1, "end", 2);
        var many = new ArrayList<>(List.of(range));
        for (int i = 0; i < 1000; i++) {
            many.add(range);
        }
        caller.ask(id, "redact", Map.of("ranges", many))
                .statusCode(400)
                .body("errors.field", equalTo(List.of("/ranges")));

        caller.ask(id, "redact", Map.of("ranges", List.of(Map.of("start", 9, "end", 11))))
                .statusCode(422)
                .body("detail", containsString("10.000 s"));
        assertThat(caller.done(id, "redact", Map.of("entities", List.of(), "ranges", many.subList(0, 1000)))
                        .getBoolean("redacted"))
                .isTrue();
    }

    @Test
    void whatTheCallerSaysThemselvesIsNamedByItsPlace() {
        caller.update(id, Map.of("metadata", Map.of("order", Map.of("card", "4111111111111111"))));

        var notes = caller.done(id, "redact", Map.of()).<String>getList("job.result.notes");

        assertThat(notes).singleElement().asString().startsWith("/metadata/order/card ");
    }

    private String spoken(byte[] audio) {
        var recording = caller.completed(audio);
        caller.request()
                .contentType("application/json")
                .body(TALK)
                .put("/v1/recordings/{id}/transcript", recording)
                .then()
                .statusCode(200);
        return recording;
    }

    private ValidatableResponse link(Map<String, ?> wanted) {
        return caller.request(wanted).post("/v1/recordings/{id}/secure-url", id).then();
    }

    private ValidatableResponse open(String url) {
        return api.anonymous().redirects().follow(false).get(url).then();
    }

    /** The bytes of all channels between two moments, in seconds. */
    private static byte[] samples(byte[] wav, double from, double to) throws Exception {
        try (var stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            var format = stream.getFormat();
            var first = Math.round(from * format.getFrameRate());
            var count = Math.round(to * format.getFrameRate()) - first;
            stream.skipNBytes(first * format.getFrameSize());
            return stream.readNBytes((int) count * format.getFrameSize());
        }
    }
}
