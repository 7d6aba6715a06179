package io.tapedeck.api;

import static io.tapedeck.api.Caller.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BulkExportTest {
    private static final String EXPORTS = "/v1/exports";
    private static final String EXPORT = EXPORTS + "/{export}";

    @Inject
    Api api;

    private Caller caller;
    private String first;
    private String second;

    @BeforeEach
    void twoCallsOfOnePerson() {
        caller = api.caller();
        var of = Map.of("phoneNumber", Map.of("number", "+14155550123"), "tags", List.of("complaint"));
        first = caller.completed(SampleAudio.DIALOGUE_WAV.bytes(), of);
        second = caller.completed(SampleAudio.DIALOGUE_WAV.bytes(), of);
    }

    @Test
    void allThatThereIsOfAPersonComesInOneFile() throws Exception {
        var done = done(Map.of("phoneNumber", "+14155550123"));

        assertThat(done.getInt("recordings")).isEqualTo(2);
        assertThat(done.getInt("missing")).isZero();
        var zip = fetch(done);
        assertThat(zip).hasSize(done.getInt("size"));
        var files = files(zip);
        var manifest = new ObjectMapper().readTree(files.remove("manifest.json"));
        assertThat(manifest.get("recordings")).extracting(JsonNode::textValue).containsExactly(first, second);
        assertThat(manifest.get("actor").textValue()).startsWith("key:");
        assertThat(manifest.get("files")).hasSameSizeAs(files.keySet());
        for (var file : manifest.get("files")) {
            var bytes = files.get(file.get("path").textValue());
            assertThat(bytes).hasSize(file.get("size").intValue());
            assertThat(sha256(bytes)).isEqualTo(file.get("sha256").textValue());
        }
        assertThat(files.get(first + "/" + first + ".wav")).isEqualTo(SampleAudio.DIALOGUE_WAV.bytes());
        var event = caller.events(first).getMap("items[-1]");
        assertThat(event).containsEntry("type", "recording.downloaded");
        assertThat(event).containsEntry("actor", "export:" + done.getString("id"));
        assertThat(caller.retrieve(first).getInt("downloadCount")).isEqualTo(1);
    }

    @Test
    void namedOnesComeInTheirOrderAndFormat() throws Exception {
        var done =
                done(Map.of("recordings", List.of(second, first), "include", List.of("audio"), "audioFormat", "mp3"));

        assertThat(files(fetch(done)).keySet())
                .containsExactly(second + "/" + second + ".mp3", first + "/" + first + ".mp3", "manifest.json");
    }

    @Test
    void whatIsNotThereIsNamedInTheManifest() throws Exception {
        var done = done(Map.of("recordings", List.of(first, Endpoint.NOBODYS), "include", List.of("transcript")));

        assertThat(done.getInt("missing")).isEqualTo(1);
        var manifest = new ObjectMapper().readTree(files(fetch(done)).get("manifest.json"));
        assertThat(manifest.get("missing"))
                .extracting(
                        missing -> missing.get("recording").textValue(),
                        missing -> missing.get("reason").textValue())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(first, "not-there"),
                        org.assertj.core.groups.Tuple.tuple(Endpoint.NOBODYS, "not-found"));
    }

    @Test
    void onlyThoseWhoMayDownloadGetTheLinkAndNoListHasIt() {
        var done = done(Map.of("tag", List.of("complaint"), "include", List.of("metadata")));
        var reader = new Caller(api, caller.tenant(), api.key(caller.tenant(), "read"));

        assertThat(done.getString("url")).startsWith("http");
        reader.request()
                .get(EXPORT, done.getString("id"))
                .then()
                .statusCode(200)
                .body("url", nullValue());
        caller.request()
                .get(EXPORTS)
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(done.getString("id")))
                .body("items[0].url", nullValue());
        reader.request(Map.of("call", "x")).post(EXPORTS).then().statusCode(403);
        reader.request().delete(EXPORT, done.getString("id")).then().statusCode(403);
    }

    @Test
    void listsHavePages() {
        var older = accepted(Map.of("recordings", List.of(first), "include", List.of("metadata")));
        var newer = accepted(Map.of("recordings", List.of(second), "include", List.of("metadata")));

        var page = caller.request().get(EXPORTS + "?limit=1").then().statusCode(200);
        page.body("items.id", equalTo(List.of(newer))).body("next", notNullValue());
        var next = page.extract().<String>path("next");
        caller.request()
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get(EXPORTS)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(older)))
                .body("next", nullValue());
        caller.request().get(EXPORTS + "?cursor=x").then().statusCode(400);
    }

    @Test
    void nobodyElseFindsIt() {
        var id = accepted(Map.of("recordings", List.of(first)));
        var other = api.caller();

        other.request().get(EXPORT, id).then().statusCode(404);
        other.request().delete(EXPORT, id).then().statusCode(404);
        other.request().get(EXPORTS).then().statusCode(200).body("items", equalTo(List.of()));
        var theirs = done(other, Map.of("recordings", List.of(first)));
        assertThat(theirs.getInt("recordings")).isZero();
        for (var bad : List.of("exp_1", "rec_01ARYZ6S41TSV4RRFFQ69G5FAV", "..")) {
            caller.request().get(EXPORT, bad).then().statusCode(404);
        }
    }

    @Test
    void theLinkDiesWithARedactionOfWhatIsInIt() {
        var url = done(Map.of("recordings", List.of(first, second))).getString("url");
        open(url).statusCode(302);

        caller.done(second, "redact", Map.of("entities", List.of(), "ranges", List.of(Map.of("start", 0, "end", 0.2))));

        open(url).statusCode(410).body("detail", containsString("redacted"));
    }

    @Test
    void theLinkDiesWhenSomethingInItExpires() {
        var url = done(Map.of("recordings", List.of(first, second))).getString("url");

        caller.update(first, Map.of("expiresAt", 1)).statusCode(200);

        open(url).statusCode(410).body("detail", containsString("expired"));
    }

    @Test
    void theLinkDiesWithADeletionOfWhatIsInIt() {
        var done = done(Map.of("recordings", List.of(first, second)));
        var url = done.getString("url");

        caller.delete(first).statusCode(200);

        caller.request()
                .get(EXPORT, done.getString("id"))
                .then()
                .statusCode(200)
                .body("url", nullValue());
        open(url).statusCode(410);
        open(url.substring(0, url.length() - 2)).statusCode(404);
    }

    @Test
    void whatIsDeletedIsGone() {
        var done = done(Map.of("recordings", List.of(first)));
        var id = done.getString("id");

        caller.request().delete(EXPORT, id).then().statusCode(204);

        caller.request().get(EXPORT, id).then().statusCode(404);
        caller.request().delete(EXPORT, id).then().statusCode(404);
        open(done.getString("url")).statusCode(410);
    }

    @Test
    void headTellsWhatAGetWouldBring() {
        var done = done(Map.of("recordings", List.of(first)));

        api.anonymous()
                .urlEncodingEnabled(false)
                .head(done.getString("url"))
                .then()
                .statusCode(200)
                .header("content-type", "application/zip")
                .header("content-length", String.valueOf(done.getInt("size")))
                .header("content-disposition", containsString(done.getString("id")));
    }

    static List<Map<String, Object>> wrong() {
        return List.of(
                Map.of(),
                Map.of("include", List.of("audio")),
                Map.of("recordings", List.of()),
                Map.of("recordings", List.of("rec_1")),
                Map.of("recordings", List.of(Endpoint.NOBODYS, Endpoint.NOBODYS)),
                Map.of("recordings", Collections.nCopies(1001, Endpoint.NOBODYS)),
                Map.of("recordings", List.of(Endpoint.NOBODYS), "call", "x"),
                Map.of("call", "x", "status", "deleted"),
                Map.of("call", "x", "expiresIn", 59),
                Map.of("call", "x", "audioFormat", "exe"),
                Map.of("call", "x", "include", List.of("everything")),
                Map.of("from", -1),
                Map.of("call", "x", "limit", 5));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(Map<String, Object> body) {
        caller.request(body)
                .post(EXPORTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors", not(equalTo(List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "../v1"})
    void noOtherLinkOpensAnything(String token) {
        api.anonymous().get("/e/{token}", token.isEmpty() ? "-" : token).then().statusCode(404);
    }

    private String accepted(Map<String, ?> body) {
        return caller.request(body)
                .post(EXPORTS)
                .then()
                .statusCode(202)
                .header("location", startsWith("/v1/exports/exp_"))
                .extract()
                .path("id");
    }

    private JsonPath done(Map<String, ?> body) {
        return done(caller, body);
    }

    private static JsonPath done(Caller caller, Map<String, ?> body) {
        var id = caller.request(body)
                .post(EXPORTS)
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        return await().atMost(PATIENCE)
                .until(
                        () -> caller.request()
                                .get(EXPORT, id)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        found -> found.getString("status").equals("succeeded"));
    }

    private ValidatableResponse open(String url) {
        return api.anonymous()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(url)
                .then();
    }

    private byte[] fetch(JsonPath done) {
        var location = open(done.getString("url")).statusCode(302).extract().header("location");
        return Transfer.get(location).requireStatus(200).body();
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
