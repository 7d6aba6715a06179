package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links to a recording or a part of it, as those see them who make them. The dialogue lasts 10 s. */
@QuarkusTest
class ShareTest {
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();

    @Inject
    Api api;

    @Inject
    Bucket bucket;

    @Inject
    Table table;

    @Inject
    Functions functions;

    @Inject
    TestClock clock;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(DIALOGUE);
    }

    @AfterEach
    void leave() {
        functions.resetTime();
    }

    @Test
    void aLinkEndsWhenItSays() {
        var now = clock.now();
        clock.stopAt(now);

        assertThat(share(Map.of()).getLong("expiresAt")).isEqualTo(now + 604_800);
        assertThat(share(Map.of("expiresIn", 60)).getLong("expiresAt")).isEqualTo(now + 60);
        assertThat(share(Map.of()).getString("url")).matches("http://localhost:\\d+/s/[A-Za-z0-9_-]{44}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"expiresIn": 59}                   | /expiresIn
            {"expiresIn": 31536001}             | /expiresIn
            {"password": "abc"}                 | /password
            {"maxViews": 0}                     | /maxViews
            {"allowDownload": "yes"}            | /allowDownload
            {"start": -1}                       | /start
            {"start": 2, "end": 1}              | /end
            {"start": 1, "follow": true}        | /follow
            {"end": 5, "follow": true}          | /follow
            {"start": 10}                       | /start
            {"start": 9, "end": 10.002}         | /end
            {"colour": 1}                       | /colour
            """)
    void whatIsWrongIsNamedByItsPointer(String body, String pointer) {
        caller.request()
                .contentType("application/json")
                .body(body)
                .post("/v1/recordings/{id}/share", id)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of(pointer)));
        assertThat(list().getList("items")).isEmpty();
    }

    @Test
    void aListShowsWhatWasSharedButNoLink() {
        var first = share(Map.of(
                "password",
                "sesame",
                "maxViews",
                3,
                "allowDownload",
                true,
                "includeTranscript",
                true,
                "start",
                1.25,
                "end",
                3));
        var second = share(Map.of("follow", true));

        var list = list();

        assertThat(list.<String>getList("items.id")).containsExactly(first.getString("id"), second.getString("id"));
        assertThat(list.<String, Object>getMap("items[0]"))
                .containsEntry("views", 0)
                .containsEntry("maxViews", 3)
                .containsEntry("protected", true)
                .containsEntry("allowDownload", true)
                .containsEntry("includeTranscript", true)
                .containsEntry("follow", false)
                .containsEntry("version", 1)
                .containsEntry("expiresAt", first.getInt("expiresAt"))
                .containsKeys("start", "end", "created");
        assertThat(list.getDouble("items[0].start")).isEqualTo(1.25);
        assertThat(list.getDouble("items[0].end")).isEqualTo(3);
        assertThat(list.<String, Object>getMap("items[1]"))
                .containsEntry("protected", false)
                .containsEntry("follow", true)
                .doesNotContainKeys("maxViews", "version", "start", "end");
        for (var secret : List.of(token(first), token(second), hash(first), hash(second), "sesame")) {
            assertThat(list.prettify()).doesNotContain(secret);
            assertThat(caller.events(id).prettify()).doesNotContain(secret);
            assertThat(caller.jobs(id).prettify()).doesNotContain(secret);
        }
        assertThat(table.text()).doesNotContain(token(first), token(second), "sesame");
    }

    @Test
    void theSameRequestAgainMakesNoOtherLink() {
        var first = keyed(Map.of("maxViews", 1)).statusCode(201).extract().asString();

        assertThat(keyed(Map.of("maxViews", 1)).statusCode(201).extract().asString())
                .isEqualTo(first);
        assertThat(list().getList("items")).hasSize(1);
        keyed(Map.of("maxViews", 2)).statusCode(422).body("code", is("idempotency-key-reuse"));
        assertThat(table.text()).doesNotContain(token(new JsonPath(first)));
    }

    @Test
    void aRevokedOneOpensNothingAtOnce() {
        var share = share(Map.of("start", 1, "end", 2));
        assertThat(clips()).hasSize(1);
        open(share).statusCode(200);
        var audio = open(share).extract().<String>path("audio.url");

        revoke(share).statusCode(204);

        open(share).statusCode(404);
        api.anonymous().urlEncodingEnabled(false).get(audio).then().statusCode(404);
        assertThat(clips()).isEmpty();
        assertThat(bucket.objects(id)).noneMatch(key -> key.contains("shr_"));
        assertThat(list().getList("items")).isEmpty();
        revoke(share).statusCode(404);
    }

    @Test
    void onlyItsOwnTenantEndsAShare() {
        var share = share(Map.of());
        var other = api.caller();
        var others = other.completed(SampleAudio.TONE_WAV.bytes());

        other.request()
                .delete("/v1/recordings/{id}/shares/{share}", id, share.getString("id"))
                .then()
                .statusCode(404);
        other.request()
                .delete("/v1/recordings/{id}/shares/{share}", others, share.getString("id"))
                .then()
                .statusCode(404);
        open(share).statusCode(200);
    }

    @Test
    void aPartIsExactToTheMillisecondAndNothingElseIsFetched() throws Exception {
        var share = share(Map.of("start", 1.234, "end", 5.678));

        var opened = open(share).statusCode(200).extract().jsonPath();
        var wav = fetch(opened.getString("audio.url"));

        assertThat(opened.getDouble("duration")).isEqualTo(4.444);
        assertThat(samples(wav, 0, 4.444)).isEqualTo(samples(DIALOGUE, 1.234, 5.678));
        assertThat(wav.length).isLessThan(4 * 35_552 + 200);
        assertThat(caller.versions(id).getList("items")).hasSize(1);
        assertThat(caller.retrieve(id).getString("job.action")).isEqualTo("clip");
        assertThat(caller.retrieve(id).getString("status")).isEqualTo("completed");
        assertThat(opened.<List<Double>>getList("waveform.peaks"))
                .hasSize(2)
                .allSatisfy(peaks -> assertThat(peaks).hasSizeBetween(1, 1000));
    }

    @Test
    void aPartOfAnMp3IsAsLongAsWasAskedFor() throws Exception {
        var mp3 = caller.completed(SampleAudio.DIALOGUE_MP3.bytes());
        var share = caller.request(Map.of("start", 2, "end", 4.5))
                .post("/v1/recordings/{id}/share", mp3)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        var opened = open(share).statusCode(200).extract().jsonPath();
        var again = caller.completed(fetch(opened.getString("audio.url")));

        assertThat(opened.getDouble("duration")).isEqualTo(2.5, within(0.001));
        assertThat(caller.retrieve(again).getDouble("duration")).isEqualTo(2.5, within(0.001));
        assertThat(caller.retrieve(again).getString("format")).isEqualTo("mp3");
    }

    @Test
    void allThatThereIsIsNoPart() {
        var share = share(Map.of("start", 0, "end", 10));

        assertThat(clips()).isEmpty();
        assertThat(fetch(open(share).extract().path("audio.url"))).isEqualTo(DIALOGUE);
    }

    @Test
    void thePartOfAShareThatHasExpiredIsDestroyed() {
        var share = share(Map.of("start", 1, "end", 2, "expiresIn", 60));
        clock.advance(Duration.ofSeconds(61));

        open(share).statusCode(410).body("detail", containsString("expired"));
        assertThat(clips()).hasSize(1);
        functions.sweep();

        assertThat(clips()).isEmpty();
        open(share).statusCode(410);
        assertThat(list().getList("items")).hasSize(1);
        clock.advance(Duration.ofDays(30));
        open(share).statusCode(404);
    }

    @Test
    void itIsOfTheVersionOfThatTimeUnlessItFollows() {
        var pinned = share(Map.of());
        var following = share(Map.of("follow", true));

        caller.done(id, "trim", Map.of("end", 4));
        assertThat(fetch(open(pinned).extract().path("audio.url"))).isEqualTo(DIALOGUE);
        assertThat(open(following).extract().<Number>path("duration").doubleValue())
                .isEqualTo(4);
        assertThat(fetch(open(following).extract().path("audio.url"))).isEqualTo(caller.audio(id));
        var later = share(Map.of());

        caller.ask(id, "restore", Map.of("version", 1)).statusCode(200);
        assertThat(open(following).extract().<Number>path("duration").doubleValue())
                .isEqualTo(10);
        assertThat(open(later).extract().<Number>path("duration").doubleValue()).isEqualTo(4);
    }

    @Test
    void aRedactionEndsThoseFromBeforeAndTheirParts() {
        var before = List.of(share(Map.of()), share(Map.of("follow", true)), share(Map.of("start", 1, "end", 2)));
        var audio = open(before.getFirst()).extract().<String>path("audio.url");

        caller.done(
                id,
                "redact",
                Map.of("entities", List.of(), "ranges", List.of(Map.of("start", 3, "end", 4)), "keepOriginal", true));

        before.forEach(share -> open(share).statusCode(410).body("detail", containsString("redacted")));
        api.anonymous().urlEncodingEnabled(false).get(audio).then().statusCode(410);
        assertThat(clips()).isEmpty();
        assertThat(list().getList("items")).isEmpty();
        var after = share(Map.of());
        assertThat(fetch(open(after).extract().path("audio.url"))).isEqualTo(caller.audio(id));
        revoke(before.getFirst()).statusCode(204);
    }

    @Test
    void deletionEndsAll() {
        var whole = share(Map.of());
        var part = share(Map.of("start", 1, "end", 2));
        assertThat(clips()).hasSize(1);

        caller.delete(id).statusCode(200);

        for (var share : List.of(whole, part)) {
            open(share).statusCode(410).body("detail", containsString("deleted"));
        }
        assertThat(bucket.objects(id)).isEmpty();
    }

    @Test
    void anExpiredRecordingIsHeardByNobody() {
        var share = share(Map.of());

        caller.update(id, Map.of("expiresAt", clock.now() - 1)).statusCode(200);
        open(share).statusCode(410).body("detail", containsString("no longer available"));

        caller.update(id, Map.of("legalHold", true)).statusCode(200);
        open(share).statusCode(200);
    }

    @Test
    void withoutAudioThereIsNothingToShare() {
        var empty = caller.create(Map.of()).getString("id");

        caller.request()
                .post("/v1/recordings/{id}/share", empty)
                .then()
                .statusCode(409)
                .body("code", is("not-ready"));
    }

    private JsonPath share(Map<String, ?> wanted) {
        return caller.request(wanted)
                .post("/v1/recordings/{id}/share", id)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    private ValidatableResponse keyed(Map<String, ?> wanted) {
        return caller.request(wanted)
                .header("Idempotency-Key", "k")
                .post("/v1/recordings/{id}/share", id)
                .then();
    }

    private JsonPath list() {
        return caller.get(id, "shares").statusCode(200).extract().jsonPath();
    }

    private ValidatableResponse revoke(JsonPath share) {
        return caller.request()
                .delete("/v1/recordings/{id}/shares/{share}", id, share.getString("id"))
                .then();
    }

    private ValidatableResponse open(JsonPath share) {
        return api.anonymous().get(share.getString("url")).then();
    }

    private byte[] fetch(String audio) {
        var location = api.anonymous()
                .urlEncodingEnabled(false)
                .get(audio)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        return Transfer.get(location).requireStatus(200).body();
    }

    private List<String> clips() {
        return bucket.objects(id).stream()
                .filter(key -> key.startsWith("shares/"))
                .toList();
    }

    private static String token(JsonPath share) {
        var url = share.getString("url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String hash(JsonPath share) {
        return Audio.sha256(token(share).getBytes(StandardCharsets.US_ASCII));
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
