package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings that are packed to be handed on, and the links to them. */
@QuarkusTest
class ExportTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @Inject
    Api api;

    @Inject
    TestClock clock;

    @Inject
    Bucket bucket;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(TONE, Map.of("tags", List.of("grüße")));
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void allThatThereIsComesWithAManifest() {
        putTranscript();
        caller.done(id, "analyze", Map.of());

        var zip = exported(Map.of());

        assertThat(zip.files().keySet())
                .containsExactly(
                        id + ".wav",
                        "metadata.json",
                        "transcript.json",
                        "transcript.vtt",
                        "transcript.srt",
                        "transcript.txt",
                        "analytics.json",
                        "waveform.json",
                        "events.json",
                        "versions.json",
                        "manifest.json");
        assertThat(zip.files().get(id + ".wav")).isEqualTo(TONE);
        assertThat(zip.manifest()).isEqualTo(zip.fingerprints());
        assertThat(zip.text("transcript.vtt"))
                .isEqualTo(caller.get(id, "transcript?format=vtt").extract().asString());
        assertThat(zip.json("transcript.json").path("text").asText()).isEqualTo("hello");
        assertThat(zip.text("metadata.json")).contains("grüße").doesNotContain("http");
        assertThat(zip.json("metadata.json").path("sha256").asText()).isEqualTo(Audio.sha256(TONE));
        assertThat(zip.json("analytics.json").path("recording").asText()).isEqualTo(id);
        assertThat(zip.json("events.json")).hasSizeGreaterThan(4);
        var manifest = zip.json("manifest.json");
        assertThat(manifest.path("recording").asText()).isEqualTo(id);
        assertThat(manifest.path("actor").asText()).startsWith("key:");
        assertThat(manifest.path("missing")).isEmpty();
    }

    @Test
    void otherProgramsCanReadIt(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve("export.zip"), fetched(url(Map.of())));

        assumeThat(PYTHON).isExecutable();

        var test = new ProcessBuilder(PYTHON.toString(), "-m", "zipfile", "--test", file.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(test.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Done testing");
        assertThat(test.waitFor()).isZero();
    }

    @Test
    void theSameExportTwiceIsTheSameButForTheManifest() {
        putTranscript();
        var first = exported(Map.of());
        clock.advance(Duration.ofHours(1));
        var second = exported(Map.of());

        assertThat(second.fingerprints()).isEqualTo(first.fingerprints());
        assertThat(second.text("manifest.json")).isNotEqualTo(first.text("manifest.json"));
    }

    @Test
    void whatDoesNotExistIsMissingAndNoError() {
        var zip = exported(Map.of());

        assertThat(zip.json("manifest.json").path("missing"))
                .extracting(part -> part.asText())
                .containsExactly("transcript", "analytics");
        assertThat(zip.files()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "wav", "ogg", "m4a", "flac", "webm"})
    void audioIsWrittenInTheFormatThatIsAskedFor(String format) {
        var zip = exported(Map.of("include", List.of("audio"), "audioFormat", format));

        var audio = zip.files().get(id + "." + format);
        assertThat(zip.files()).hasSize(2);
        assertThat(caller.retrieve(caller.completed(audio)).getString("format")).isEqualTo(format);
        assertThat(caller.versions(id).getList("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            audio             | %s.wav
            metadata          | metadata.json
            waveform          | waveform.json
            events            | events.json
            versions          | versions.json
            transcript        |
            """)
    void onlyWhatIsNamedIsIncluded(String part, String file) {
        var zip = exported(Map.of("include", List.of(part)));

        var expected = file == null ? List.of("manifest.json") : List.of(file.formatted(id), "manifest.json");
        assertThat(List.copyOf(zip.files().keySet())).isEqualTo(expected);
    }

    @Test
    void onlyTheFormsThatAreNamedAreWritten() {
        putTranscript();

        var zip = exported(Map.of("include", List.of("transcript"), "transcriptFormats", List.of("txt", "vtt")));

        assertThat(zip.files().keySet()).containsExactly("transcript.vtt", "transcript.txt", "manifest.json");
    }

    @Test
    void whoDoesNotWaitGetsTheJobWhoseResultHasTheLink() {
        var job = caller.ask(id, "export", Map.of())
                .statusCode(202)
                .body("action", equalTo("export"))
                .body("recording", equalTo(id))
                .body("result", nullValue())
                .extract()
                .<String>path("id");
        caller.awaitStatus(id, "completed");

        var shown = caller.get(id, "jobs/" + job)
                .body("status", equalTo("succeeded"))
                .body("result.url", startsWith("http://localhost"))
                .body("result.expiresAt", notNullValue())
                .body("result.files", equalTo(6))
                .body("result.missing", hasItem("analytics"))
                .extract()
                .jsonPath();
        var archive = fetched(shown.getString("result.url"));
        assertThat(shown.getLong("result.size")).isEqualTo(archive.length);
        assertThat(shown.getString("result.sha256")).isEqualTo(Audio.sha256(archive));
        assertThat(caller.retrieve(id).getString("job.result.url")).isEqualTo(shown.getString("result.url"));
        assertThat(caller.jobs(id).getString("items[1].result.url")).isEqualTo(shown.getString("result.url"));
    }

    @Test
    void theLinkIsForThoseWhoMayDownloadAndInNoEvent() {
        var job = waiting(Map.of()).extract().header("Location");
        var reader = api.key(caller.tenant(), "read");

        api.as(reader)
                .get(job)
                .then()
                .statusCode(200)
                .body("result.size", notNullValue())
                .body("result.url", nullValue());
        assertThat(caller.get(id, "events").extract().asString()).doesNotContain("/u/");
    }

    @Test
    void whoMayNotDownloadMayNotExport() {
        var reader = api.key(caller.tenant(), "read", "write", "delete");

        api.as(reader).post("/v1/recordings/{id}/export", id).then().statusCode(403);
    }

    @Test
    void nobodyElsesRecordingIsExported() {
        api.caller().ask(id, "export", Map.of()).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"include":["sound"]}             | /include/0
            {"include":"audio"}               | /include
            {"transcriptFormats":["doc"]}     | /transcriptFormats/0
            {"audioFormat":"amr"}             | /audioFormat
            {"expiresIn":59}                  | /expiresIn
            {"expiresIn":604801}              | /expiresIn
            {"format":"zip"}                  | /format
            """)
    void whatIsWrongIsNamed(String body, String place) {
        caller.request()
                .contentType("application/json")
                .body(body)
                .post("/v1/recordings/{id}/export", id)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(place));
    }

    @Test
    void theLinkWorksUntilItsLastSecond() {
        var now = clock.now();
        clock.stopAt(now);
        var link = waiting(Map.of("expiresIn", 60)).extract().jsonPath();
        assertThat(link.getLong("expiresAt")).isEqualTo(now + 60);

        clock.stopAt(now + 59);
        open(link.getString("url")).statusCode(302).header("Location", containsString("X-Amz-Expires=1&"));
        clock.stopAt(now + 60);
        open(link.getString("url")).statusCode(410);
        assertThat(caller.jobs(id).getString("items[1].result.url")).isNull();
    }

    @Test
    void openingItIsADownloadOfThatExport() {
        var answer = waiting(Map.of());
        var job = answer.extract().header("Location").replaceAll(".*/", "");
        var url = answer.extract().<String>path("url");
        open(url).statusCode(302);
        open(url).statusCode(302);

        assertThat(caller.retrieve(id).getInt("downloadCount")).isEqualTo(1);
        var event = caller.events(id).<Map<String, Object>>getList("items").getLast();
        assertThat(event).containsEntry("type", "recording.downloaded").containsEntry("actor", "share:" + job);
        assertThat(caller.events(id).<String>getList("items.data.job.id")).endsWith(job, job);
    }

    @Test
    void headTellsWhatAGetWouldBringAndCountsNothing() {
        var url = url(Map.of());

        var head = Transfer.head(url).requireStatus(200);

        assertThat(head.header("content-type")).isEqualTo("application/zip");
        assertThat(head.header("content-length")).isEqualTo(String.valueOf(fetched(url).length));
        assertThat(head.header("content-disposition")).isEqualTo("attachment; filename=\"" + id + ".zip\"");
        var got = Transfer.get(open(url).extract().header("Location")).requireStatus(200);
        assertThat(got.header("content-type")).isEqualTo("application/zip");
        assertThat(got.header("content-disposition")).isEqualTo(head.header("content-disposition"));
    }

    @Test
    void aRedactionKillsTheLink() {
        var url = url(Map.of());
        open(url).statusCode(302);

        caller.done(id, "redact", Map.of("entities", List.of(), "ranges", List.of(Map.of("start", 0, "end", 1))));

        open(url).statusCode(410).body("detail", containsString("redacted"));
        assertThat(caller.jobs(id).getString("items[1].result.url")).isNull();
        await().atMost(Caller.PATIENCE)
                .until(() -> bucket.objects(id).stream().noneMatch(key -> key.startsWith("exports/")));
        assertThat(exported(Map.of()).files()).containsKey(id + "-v2.wav");
    }

    @Test
    void whatAnAdministratorHadBackForAWhileIsOutOfReachAgain() {
        caller.done(
                id,
                "redact",
                Map.of("entities", List.of(), "keepOriginal", true, "ranges", List.of(Map.of("start", 0, "end", 1))));
        caller.ask(id, "restore", Map.of("version", 1)).statusCode(200);
        var url = url(Map.of("include", List.of("audio")));
        open(url).statusCode(302);

        caller.ask(id, "restore", Map.of("version", 2)).statusCode(200);

        open(url).statusCode(410);
    }

    @Test
    void deletingTheRecordingKillsItToo() {
        var url = url(Map.of());
        var presigned = open(url).extract().header("Location");

        caller.delete(id).statusCode(200);

        open(url).statusCode(410);
        Transfer.get(presigned).requireStatus(404);
        caller.ask(id, "export", Map.of()).statusCode(410);
    }

    @Test
    void anExpiredOneIsNotHandedOut() {
        var url = url(Map.of());
        caller.update(id, Map.of("expiresAt", clock.now())).statusCode(200);

        open(url).statusCode(410);
        caller.ask(id, "export", Map.of()).statusCode(410);

        caller.update(id, Map.of("expiresAt", clock.now() + 3600)).statusCode(200);
        open(url).statusCode(302);
    }

    @Test
    void aHoldDoesNotStopIt() {
        caller.update(id, Map.of("legalHold", true)).statusCode(200);

        assertThat(exported(Map.of()).files()).containsKey(id + ".wav");
    }

    @Test
    void theSameRequestUnderTheSameKeyIsOneJob() {
        var first = underKey().statusCode(202).extract().<String>path("id");
        var again = underKey().statusCode(202).extract().<String>path("id");

        assertThat(again).isEqualTo(first);
        assertThat(caller.jobs(id).getList("items")).hasSize(2);
    }

    private ValidatableResponse underKey() {
        return caller.request(Map.of())
                .header("Idempotency-Key", "export-once")
                .post("/v1/recordings/{id}/export", id)
                .then();
    }

    private ValidatableResponse waiting(Map<String, ?> wanted) {
        return caller.request(wanted)
                .header("Prefer", "wait=25")
                .post("/v1/recordings/{id}/export", id)
                .then()
                .statusCode(200)
                .header("Job-Status", "succeeded")
                .header("Cache-Control", "no-store")
                .body("url", startsWith("http://localhost"));
    }

    private String url(Map<String, ?> wanted) {
        return waiting(wanted).extract().path("url");
    }

    private Zip exported(Map<String, ?> wanted) {
        return Zip.of(fetched(url(wanted)));
    }

    private byte[] fetched(String url) {
        return Transfer.get(open(url).statusCode(302).extract().header("Location"))
                .requireStatus(200)
                .body();
    }

    private ValidatableResponse open(String url) {
        return api.anonymous().get(URI.create(url)).then();
    }

    private void putTranscript() {
        caller.request(Map.of(
                        "language",
                        "en-US",
                        "segments",
                        List.of(Map.of("start", 0, "end", 1, "text", "hello", "channel", 0))))
                .put("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(200);
    }
}
