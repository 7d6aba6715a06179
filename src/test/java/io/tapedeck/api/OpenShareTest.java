package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tapedeck.SampleAudio;
import io.tapedeck.dynamodb.SideBySide;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to a recording, as those see them who open them. */
@QuarkusTest
class OpenShareTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();
    private static final String TALK = """
            {"language": "en-GB", "segments": [
              {"speaker": "ch_0", "channel": 0, "start": 0.2, "end": 0.9, "words": [
                {"text": "Good", "start": 0.2, "end": 0.5}, {"text": "morning", "start": 0.5, "end": 0.9}]},
              {"speaker": "ch_0", "channel": 0, "start": 1.1, "end": 1.9, "words": [
                {"text": "how", "start": 1.1, "end": 1.3}, {"text": "are", "start": 1.3, "end": 1.6},
                {"text": "you", "start": 1.6, "end": 1.9}]}]}
            """;

    @Inject
    Api api;

    @Inject
    TestClock clock;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(TONE, Map.of("startTime", 1_700_000_000));
    }

    @AfterEach
    void leave() {
        clock.reset();
    }

    @Test
    void itShowsWhatThereIsToHearAndNoMore() {
        var share = share(Map.of());

        var opened = open(share).statusCode(200).extract().jsonPath();

        assertThat(opened.getString("title")).isEqualTo("Call of 14 November 2023");
        assertThat(opened.getDouble("duration")).isEqualTo(2);
        assertThat(opened.getLong("expiresAt")).isEqualTo(share.getLong("expiresAt"));
        assertThat(opened.getBoolean("allowDownload")).isFalse();
        assertThat(opened.getString("audio.url")).startsWith(share.getString("url") + "/audio?opening=");
        assertThat(opened.<List<Double>>getList("waveform.peaks")).hasSize(1);
        assertThat(opened.<String, Object>getMap("")).doesNotContainKeys("download", "transcript");
        assertThat(opened.prettify()).doesNotContain(caller.tenant(), id);
    }

    @Test
    void noAnswerIsKeptFoundOrToldOf() {
        var share = share(Map.of("password", "sesame"));
        var unknown = share.getString("url").replaceAll(".$", "!");

        for (var answer : List.of(
                open(share(Map.of())).statusCode(200),
                open(share).statusCode(401),
                api.anonymous().get(unknown).then().statusCode(404),
                api.anonymous().get(share.getString("url") + "/audio").then().statusCode(404))) {
            answer.header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Robots-Tag", "noindex")
                    .header("Set-Cookie", nullValue());
        }
    }

    @Test
    void audioIsPlayedNotSavedUnlessThatIsAllowed() {
        var listening = open(share(Map.of())).extract().<String>path("audio.url");
        var saving = open(share(Map.of("allowDownload", true))).extract().jsonPath();

        assertThat(fetched(listening).header("content-disposition")).startsWith("inline");
        assertThat(fetched(listening).header("content-type")).isEqualTo("audio/wav");
        ask(listening + "&download=true").statusCode(403);
        assertThat(fetched(saving.getString("download.url")).header("content-disposition"))
                .startsWith("attachment");
        assertThat(fetched(saving.getString("audio.url")).body()).isEqualTo(TONE);
    }

    @Test
    void aViewIsCountedWhenTheAudioIsAskedForAndOncePerOpening() {
        var share = share(Map.of("maxViews", 2));
        var first = open(share).extract().<String>path("audio.url");
        open(share).statusCode(200);
        assertThat(views()).isZero();

        ask(first).statusCode(302);
        ask(first).statusCode(302);
        assertThat(views()).isEqualTo(1);

        ask(open(share).extract().path("audio.url")).statusCode(302);
        assertThat(views()).isEqualTo(2);
        open(share).statusCode(404);
        ask(first).statusCode(302);
        assertThat(caller.retrieve(id).getInt("downloadCount")).isEqualTo(2);
        var opened = caller.events(id).<Map<String, Object>>getList("items").stream()
                .filter(event -> event.get("type").equals("recording.downloaded"))
                .toList();
        assertThat(opened)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event).containsEntry("actor", "share:" + share.getString("id")));
    }

    @Test
    void ofManyOpeningsAtOnceAsManyGetTheAudioAsThereAreViews() {
        var share = share(Map.of("maxViews", 10));

        var answers = SideBySide.run(64, () -> {
            var opened = api.anonymous().get(share.getString("url"));
            return opened.statusCode() == 200
                    ? ask(opened.path("audio.url")).extract().statusCode()
                    : opened.statusCode();
        });

        assertThat(answers).filteredOn(status -> status == 302).hasSize(10);
        assertThat(answers).filteredOn(status -> status == 404).hasSize(54);
        assertThat(views()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sec-Purpose | prefetch
            Sec-Purpose | prefetch;prerender
            Purpose     | prefetch
            User-Agent  | facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)
            User-Agent  | Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)
            User-Agent  | WhatsApp/2.23.20.0
            User-Agent  | Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)
            """)
    void previewsUseUpNothing(String header, String value) {
        var share = share(Map.of("maxViews", 1));

        var audio = api.anonymous()
                .header(header, value)
                .get(share.getString("url"))
                .then()
                .statusCode(200)
                .extract()
                .<String>path("audio.url");
        api.anonymous()
                .urlEncodingEnabled(false)
                .header(header, value)
                .get(audio)
                .then()
                .statusCode(403)
                .header("Location", nullValue());

        assertThat(views()).isZero();
        ask(audio).statusCode(302);
    }

    @Test
    void askingForTheHeadersAloneUsesUpNothing() {
        var share = share(Map.of("maxViews", 1));
        var audio = open(share).extract().<String>path("audio.url");

        Transfer.head(share.getString("url")).requireStatus(200);
        var head = Transfer.head(audio).requireStatus(200);

        assertThat(head.header("content-length")).isEqualTo(String.valueOf(TONE.length));
        assertThat(head.header("content-type")).isEqualTo("audio/wav");
        assertThat(head.header("content-disposition")).startsWith("inline");
        assertThat(views()).isZero();
        ask(audio).statusCode(302);
        Transfer.head(audio).requireStatus(200);
        Transfer.head(share.getString("url")).requireStatus(404);
    }

    @Test
    void anOpeningIsGoodForItsLinkAndForTwelveHours() {
        var now = clock.now();
        clock.stopAt(now);
        var share = share(Map.of());
        var opened = open(share).extract().jsonPath();
        var audio = opened.getString("audio.url");
        var opening = audio.substring(audio.indexOf('?'));

        assertThat(opened.getLong("audio.expiresAt")).isEqualTo(now + 43_200);
        ask(share(Map.of()).getString("url") + "/audio" + opening).statusCode(404);
        ask(share.getString("url") + "/audio?opening=x").statusCode(404);
        ask(share.getString("url") + "/audio").statusCode(404);
        clock.stopAt(now + 43_199);
        ask(audio).statusCode(302);
        clock.stopAt(now + 43_200);
        ask(audio).statusCode(410);
    }

    @Test
    void noUrlOutlivesTheLink() {
        var now = clock.now();
        clock.stopAt(now);
        var share = share(Map.of("expiresIn", 60));
        var opened = open(share).extract().jsonPath();
        assertThat(opened.getLong("audio.expiresAt")).isEqualTo(now + 60);

        clock.stopAt(now + 50);
        ask(opened.getString("audio.url")).statusCode(302).header("Location", containsString("X-Amz-Expires=10&"));
        clock.stopAt(now + 60);
        ask(opened.getString("audio.url")).statusCode(410);
        open(share).statusCode(410);
    }

    @Test
    void aLockedOneOpensByItsPasswordInAFormOrInJson() {
        var share = share(Map.of("password", "tür & ängel=%"));
        open(share).statusCode(401).body("code", is("unauthenticated")).header("WWW-Authenticate", is("Form"));
        Transfer.head(share.getString("url")).requireStatus(401);

        unlock(share, "application/json", "{\"password\":\"tür & ängel=%\"}").statusCode(200);
        unlock(share, "application/x-www-form-urlencoded", "password=t%C3%BCr+%26+%C3%A4ngel%3D%25")
                .statusCode(200)
                .body("audio.url", startsWith(share.getString("url")));
        unlock(share, "application/json", "{\"password\":\"tur & angel=%\"}")
                .statusCode(401)
                .body("code", is("unauthenticated"));
        unlock(share, "application/json", "{}").statusCode(401);
        unlock(share, "application/x-www-form-urlencoded", "password=").statusCode(401);
        unlock(share, "text/plain", "tür").statusCode(415);
        unlock(share, "application/json", "{\"password\":\"" + "x".repeat(5000) + "\"}")
                .statusCode(413);
        var audio = unlock(share, "application/json", "{\"password\":\"tür & ängel=%\"}")
                .extract()
                .<String>path("audio.url");
        ask(audio).statusCode(302);
    }

    @Test
    void browsersGetPages() {
        var share = share(Map.of("password", "sesame"));
        var form = "application/x-www-form-urlencoded";

        page(browser().get(share.getString("url")), 401).body(containsString("name=\"password\""));
        var wrong = page(browser().contentType(form).body("password=guess").post(share.getString("url")), 401);
        var right = page(browser().contentType(form).body("password=sesame").post(share.getString("url")), 200);

        wrong.body(containsString("name=\"password\""));
        assertThat(wrong.extract().asString())
                .isNotEqualTo(browser().get(share.getString("url")).asString());
        right.body(containsString("Call of 14 November 2023"))
                .body(containsString(share.getString("url") + "/audio?opening="));
        page(browser().get(share.getString("url").replaceAll(".$", "!")), 404)
                .body(containsString("This link does not exist."));
        clock.advance(Duration.ofDays(8));
        page(browser().get(share.getString("url")), 410).body(containsString("This link has expired."));
    }

    /** As it asks for a page. */
    private RequestSpecification browser() {
        return api.anonymous().header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }

    private static ValidatableResponse page(Response answer, int status) {
        var presigned = "http://(localhost|127\\.0\\.0\\.1):\\d+";
        return answer.then()
                .statusCode(status)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", matchesPattern(".*media-src 'self' " + presigned + ";.*"))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("Set-Cookie", nullValue());
    }

    @Test
    void whoGuessesFiveTimesWaitsAMinute() {
        var now = clock.now();
        clock.stopAt(now);
        var share = share(Map.of("password", "sesame"));
        for (int i = 0; i < 5; i++) {
            unlock(share, "application/json", "{\"password\":\"guess" + i + "\"}")
                    .statusCode(401);
        }

        unlock(share, "application/json", "{\"password\":\"sesame\"}")
                .statusCode(429)
                .header("Retry-After", "60");
        clock.stopAt(now + 59);
        unlock(share, "application/json", "{\"password\":\"sesame\"}")
                .statusCode(429)
                .header("Retry-After", "1");
        clock.stopAt(now + 60);
        unlock(share, "application/json", "{\"password\":\"sesame\"}").statusCode(200);
    }

    @Test
    void unknownRevokedAndUsedUpAreAlike() {
        var revoked = share(Map.of("password", "sesame"));
        caller.request()
                .delete("/v1/recordings/{id}/shares/{share}", id, revoked.getString("id"))
                .then()
                .statusCode(204);
        var usedUp = share(Map.of("maxViews", 1));
        ask(open(usedUp).extract().path("audio.url")).statusCode(302);
        var url = revoked.getString("url");
        var unknown = url.substring(0, url.length() - 1) + (url.endsWith("A") ? "B" : "A");

        for (var link : List.of(url, usedUp.getString("url"), unknown)) {
            for (var answer : List.of(
                    api.anonymous().get(link).then(),
                    api.anonymous()
                            .contentType("application/json")
                            .body("{\"password\":\"x\"}")
                            .post(link)
                            .then())) {
                answer.statusCode(404).body("detail", is("This link does not exist."));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%20", "%2e%2e", "null", "%00", "*", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoTokenIsNotThere(String token) {
        for (var path : List.of("/s/" + token, "/s/" + token + "/audio?opening=x")) {
            api.anonymous().urlEncodingEnabled(false).get(path).then().statusCode(404);
        }
    }

    @Test
    void whatMessengersAddToALinkDoesNotMatter() {
        api.anonymous()
                .get(share(Map.of()).getString("url") + "?fbclid=abc")
                .then()
                .statusCode(200);
    }

    @Test
    void ofAPartNothingIsReadButItsWordsInItsTime() {
        caller.request()
                .contentType("application/json")
                .body(TALK)
                .put("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(200);

        var whole = open(share(Map.of("includeTranscript", true))).extract().jsonPath();
        var part = open(share(Map.of("includeTranscript", true, "start", 0.4, "end", 1.7)))
                .extract()
                .jsonPath();

        assertThat(whole.<String>getList("transcript.segments.text")).containsExactly("Good morning", "how are you");
        assertThat(whole.getString("transcript.language")).isEqualTo("en-GB");
        assertThat(part.<String>getList("transcript.segments.text")).containsExactly("morning", "how are");
        assertThat(part.<Number>getList("transcript.segments.start"))
                .extracting(Number::floatValue)
                .containsExactly(0.1f, 0.7f);
        assertThat(part.prettify()).doesNotContain("Good", "you");
        assertThat(open(share(Map.of())).extract().asString()).doesNotContain("morning");
    }

    @Test
    void aRecordingThatNobodyWroteDownHasNoTranscript() {
        var opened = open(share(Map.of("includeTranscript", true))).statusCode(200);

        assertThat(opened.extract().jsonPath().<String, Object>getMap("")).doesNotContainKey("transcript");
    }

    @Test
    void timePassesForWhoeverSharesAWeek() {
        var share = share(Map.of());
        clock.advance(Duration.ofDays(7).minusMinutes(1));
        open(share).statusCode(200);
        clock.advance(Duration.ofMinutes(1));
        open(share).statusCode(410);
    }

    private JsonPath share(Map<String, ?> wanted) {
        return caller.request(wanted)
                .post("/v1/recordings/{id}/share", id)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse open(JsonPath share) {
        return api.anonymous().get(share.getString("url")).then();
    }

    private ValidatableResponse unlock(JsonPath share, String type, String body) {
        return api.anonymous()
                .contentType(type)
                .body(body)
                .post(share.getString("url"))
                .then();
    }

    private ValidatableResponse ask(String audio) {
        return api.anonymous().urlEncodingEnabled(false).get(audio).then();
    }

    private Transfer fetched(String audio) {
        return Transfer.get(ask(audio).statusCode(302).extract().header("Location"))
                .requireStatus(200);
    }

    private int views() {
        return caller.get(id, "shares").extract().jsonPath().<Integer>getList("items.views").stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
