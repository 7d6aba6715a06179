package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that need no key and end when they say. */
@QuarkusTest
class SecureUrlTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();

    @Inject
    Api api;

    @Inject
    TestClock clock;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(TONE);
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void itOpensTheAudioWithoutAKey() {
        assertThat(Transfer.get(follow(secureUrl(Map.of()))).requireStatus(200).body())
                .isEqualTo(TONE);
    }

    @Test
    void theOneInARecordingOpensTheAudioForAQuarterOfAnHour() {
        var now = clock.now();
        clock.stopAt(now);
        var url = caller.retrieve(id).getString("secureUrl");
        clock.stopAt(now + 899);
        open(url).statusCode(302);
        clock.stopAt(now + 900);
        open(url).statusCode(410);
    }

    @ParameterizedTest
    @CsvSource({"1", "900", "604800"})
    void itWorksUntilItsLastSecondAndNotAMomentLonger(int seconds) {
        var now = clock.now();
        clock.stopAt(now);
        var link = secureUrl(Map.of("expiresIn", seconds));
        assertThat(link.getLong("expiresAt")).isEqualTo(now + seconds);

        clock.stopAt(now + seconds - 1);
        assertThat(follow(link)).contains("X-Amz-Expires=1&");
        clock.stopAt(now + seconds);
        open(link.getString("url")).statusCode(410).body("code", equalTo("gone"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void oneThatRunsOutWhileItIsOpenedIsGone(int seconds) {
        var now = clock.now();
        clock.stopAt(now);
        var link = secureUrl(Map.of("expiresIn", seconds));

        clock.passAtEachLook(now);

        open(link.getString("url")).statusCode(is(oneOf(302, 410)));
    }

    @Test
    void itIsGoodForAQuarterOfAnHourUnlessSomethingElseIsAskedFor() {
        var now = clock.now();
        clock.stopAt(now);
        assertThat(secureUrl(Map.of()).getLong("expiresAt")).isEqualTo(now + 900);
    }

    @Test
    void aTamperedOneIsNone() {
        var url = secureUrl(Map.of()).getString("url");
        var half = (url.lastIndexOf('/') + url.length()) / 2;
        var other = url.charAt(half) == 'A' ? 'B' : 'A';
        open(url.substring(0, half) + other + url.substring(half + 1)).statusCode(404);
        open(url.substring(0, url.length() - 2)).statusCode(404);
        open(url + "A").statusCode(404);
        open(url.substring(0, url.lastIndexOf('/') + 1) + "x").statusCode(404);
    }

    @Test
    void deletingTheRecordingRevokesItAtOnce() {
        var link = secureUrl(Map.of("expiresIn", 604_800));
        open(link.getString("url")).statusCode(302);
        caller.delete(id).statusCode(200);
        open(link.getString("url")).statusCode(410);
    }

    @Test
    void deletingTheRecordingEndsTheDownloadBehindItToo() {
        var presigned = follow(secureUrl(Map.of()));
        caller.delete(id).statusCode(200);
        Transfer.get(presigned).requireStatus(404);
    }

    @Test
    void itTellsWhatAGetWouldBring() {
        var url = secureUrl(Map.of("disposition", "inline")).getString("url");
        var head = Transfer.head(url).requireStatus(200);
        assertThat(head.header("content-length")).isEqualTo(String.valueOf(TONE.length));
        assertThat(head.header("content-type")).isEqualTo("audio/wav");
        assertThat(head.header("accept-ranges")).isEqualTo("bytes");
        assertThat(head.header("content-disposition")).startsWith("inline");
        assertThat(caller.retrieve(id).getInt("downloadCount")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gespräch 7.wav    | filename*=UTF-8''Gespr%C3%A4ch%207.wav
            通話 – 録音.wav     | filename*=UTF-8''%E9%80%9A%E8%A9%B1%20%E2%80%93%20%E9%8C%B2%E9%9F%B3.wav
            😀.wav            | filename*=UTF-8''%F0%9F%98%80.wav
            plain name.wav    | filename="plain name.wav"
            a"b%41.wav        | filename*=UTF-8''a%22b%2541.wav
            """)
    void theFileIsSavedUnderAnyName(String name, String expected) {
        var link = secureUrl(Map.of("fileName", name));
        var fetched = Transfer.get(follow(link)).requireStatus(200);
        assertThat(fetched.header("content-disposition"))
                .startsWith("attachment; filename=\"")
                .contains(expected);
        assertThat(fetched.header("content-disposition")).matches("[\\x20-\\x7E]+");
    }

    @Test
    void aNameCannotBreakOutOfTheHeader() {
        var link = secureUrl(Map.of("fileName", "a\r\nSet-Cookie: b=c.wav"));
        var fetched = Transfer.get(follow(link)).requireStatus(200);
        assertThat(fetched.header("set-cookie")).isEmpty();
    }

    @Test
    void rangesWorkThroughIt() {
        var presigned = follow(secureUrl(Map.of()));
        var fetched = Transfer.get(presigned, "Range", "bytes=-100").requireStatus(206);
        assertThat(fetched.body()).isEqualTo(Arrays.copyOfRange(TONE, TONE.length - 100, TONE.length));
    }

    @Test
    void aDownloadIsCountedOnceHoweverManyRangesAPlayerAsksFor() {
        var url = secureUrl(Map.of()).getString("url");
        open(url, "bytes=0-").statusCode(302);
        open(url, "bytes=1000-2000").statusCode(302);
        open(url, "bytes=2001-").statusCode(302);
        assertThat(caller.retrieve(id).getInt("downloadCount")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1-", "bytes=-1000000", "bytes=0-0,1-", "BYTES=1-", "nonsense"})
    void noRangeGetsTheAudioUncountedAndUntold(String range) {
        open(secureUrl(Map.of()).getString("url"), range).statusCode(302);
        assertThat(caller.retrieve(id).getInt("downloadCount")).isEqualTo(1);
        assertThat(caller.eventNames(id)).filteredOn("downloaded"::equals).hasSize(1);
    }

    @Test
    void aPlayerThatProbesFirstDownloadsOnce() {
        var url = secureUrl(Map.of()).getString("url");
        open(url, "bytes=0-1").statusCode(302);
        open(url, "bytes=0-").statusCode(302);
        assertThat(caller.retrieve(id).getInt("downloadCount")).isEqualTo(1);
    }

    @Test
    void everyUrlThatIsHandedOutLeavesAnEvent() {
        var url = secureUrl(Map.of()).getString("url");
        open(url, "bytes=0-1").statusCode(302);
        open(url, "bytes=2-").statusCode(302);
        open(url).statusCode(302);
        assertThat(caller.eventNames(id)).filteredOn("downloaded"::equals).hasSize(3);
        assertThat(caller.events(id).<Integer>getList("items.data.recording.downloadCount"))
                .endsWith(1, 1, 1);
    }

    @Test
    void whoComesAgainLaterDownloadsAgain() {
        var now = clock.now();
        clock.stopAt(now);
        var url = secureUrl(Map.of()).getString("url");
        open(url).statusCode(302);
        clock.stopAt(now + 299);
        open(url).statusCode(302);
        assertThat(caller.retrieve(id).getInt("downloadCount")).isEqualTo(1);
        assertThat(caller.retrieve(id).getLong("lastAccessed")).isEqualTo(now + 299);

        clock.stopAt(now + 300);
        open(url).statusCode(302);
        assertThat(caller.retrieve(id).getInt("downloadCount")).isEqualTo(2);
    }

    @Test
    void anotherProgramAndAnotherLinkDownloadForThemselves() {
        var url = secureUrl(Map.of()).getString("url");
        open(url).statusCode(302);
        api.anonymous()
                .header("User-Agent", "another")
                .get(URI.create(url))
                .then()
                .statusCode(302);
        open(secureUrl(Map.of("fileName", "other.wav")).getString("url")).statusCode(302);
        assertThat(caller.retrieve(id).getInt("downloadCount")).isEqualTo(3);
    }

    @Test
    void itNamesTheVersionThatItWasMadeFor() {
        caller.request(Map.of("version", 2))
                .post("/v1/recordings/{id}/secure-url", id)
                .then()
                .statusCode(404);
        follow(secureUrl(Map.of("version", 1)));
    }

    private JsonPath secureUrl(Map<String, ?> wanted) {
        return caller.request(wanted)
                .post("/v1/recordings/{id}/secure-url", id)
                .then()
                .statusCode(201)
                .body("url", startsWith("http://localhost"))
                .extract()
                .jsonPath();
    }

    private ValidatableResponse open(String url) {
        return api.anonymous().get(URI.create(url)).then();
    }

    private ValidatableResponse open(String url, String range) {
        return api.anonymous().header("Range", range).get(URI.create(url)).then();
    }

    private String follow(JsonPath link) {
        return open(link.getString("url")).statusCode(302).extract().header("Location");
    }
}
