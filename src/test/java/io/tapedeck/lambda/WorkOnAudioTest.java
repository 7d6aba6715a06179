package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Work on audio: one function takes the request, the queue tells of the job, and another function does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkOnAudioTest {
    private static final double LENGTH = 245.38;

    private final Deployment deployment = new Deployment();
    private final HttpApi api = new HttpApi(deployment);
    private final Uploads uploads = new Uploads(deployment, api);

    @AfterAll
    void close() throws Exception {
        uploads.close();
        deployment.close();
    }

    @Test
    void aCallIsCompressedOnceHoweverOftenTheQueueTellsOfIt() throws Exception {
        var id = completed();
        var original = get("retrieve", id);
        var accepted = api.send(Request.to("compress").about(id).json("{}"), 202);
        assertThat(accepted.get("status").asText()).isEqualTo("processing");
        var job = accepted.at("/job/id").asText();

        tell(id, job);
        tell(id, job);

        assertDone(job(id, job), "compress", "version");
        var versions = get("listVersions", id).get("items");
        assertThat(versions).hasSize(2);
        var made = versions.get(1);
        assertThat(made.get("parentSha256")).isEqualTo(original.get("sha256"));
        assertThat(made.at("/request/quality").asText()).isEqualTo("medium");
        assertThat(made.get("fileSize").asLong())
                .isLessThan(original.get("fileSize").asLong() / 5);
        var compressed = get("retrieve", id);
        assertThat(compressed.get("status").asText()).isEqualTo("completed");
        assertThat(compressed.get("codec").asText()).isEqualTo("opus");
        assertThat(compressed.get("duration").asDouble()).isCloseTo(LENGTH, within(0.001));
        assertThat(compressed.get("sha256")).isEqualTo(made.get("sha256"));
        assertThat(sha256(id)).isEqualTo(made.get("sha256").asText());
        assertThat(get("waveform", id).get("channels").asInt()).isEqualTo(2);
        assertThat(get("listEvents", id).get("items"))
                .extracting(event -> event.get("type").asText())
                .containsOnlyOnce("recording.compressed")
                .containsSubsequence("recording.processing", "recording.compressed", "recording.completed");
    }

    @Test
    void aCallIsConvertedAndRestored() throws Exception {
        var id = completed();

        var job = work("convert", id, """
                {"format": "mp3", "codec": "mp3", "sampleRate": 16000, "bitrate": 48, "channels": 1}""");

        assertDone(job, "convert", "version");
        var converted = get("retrieve", id);
        assertThat(converted.get("codec").asText()).isEqualTo("mp3");
        assertThat(converted.get("sampleRate").asInt()).isEqualTo(16_000);
        assertThat(converted.get("channelLayout").asText()).isEqualTo("mono");
        assertThat(sha256(id)).isEqualTo(converted.get("sha256").asText());

        var restored = api.send(Request.to("restore").about(id).json("{\"version\": 1}"), 200);
        assertThat(restored.get("codec").asText()).isEqualTo("pcm_s16le");
    }

    @Test
    void partsOfACallAreCutOut() throws Exception {
        var id = completed();

        var job = work("trim", id, """
                {"remove": [{"start": 10.5, "end": 20}, {"start": 200, "end": 240.25}]}""");

        assertDone(job, "trim", "version", "removed");
        assertThat(job.at("/result/removed")).isEqualTo(Payload.parse("""
                [{"start": 10.5, "end": 20.0}, {"start": 200.0, "end": 240.25}]"""));
        assertThat(get("retrieve", id).get("duration").asDouble()).isCloseTo(LENGTH - 49.75, within(0.001));
        assertThat(get("listVersions", id).at("/items/1/request/remove")).hasSize(2);
    }

    @Test
    void aPartOfACallIsCutOutForWhoItIsSharedWith() throws Exception {
        var id = completed();
        var wanted = Request.to("share").about(id).json("{\"start\": 10.5, \"end\": 20.25}");

        var sharing = CompletableFuture.supplyAsync(() -> api.send(wanted, 201));
        var job = await().atMost(Duration.ofSeconds(20))
                .until(() -> get("listJobs", id).get("items").path(1).path("id").asText(), text -> !text.isEmpty());
        tell(id, job);
        var token = sharing.get().get("url").asText().replaceAll(".*/s/", "");
        var opened = api.send(Request.to("openShare").with("token", token), 200);

        assertDone(job(id, job), "clip");
        assertThat(opened.get("duration").asDouble()).isEqualTo(9.75);
        assertThat(get("listVersions", id).get("items")).hasSize(1);
    }

    @Test
    void aCallIsMadeToSoundBetter() throws Exception {
        var id = completed();

        var job = work("enhanceQuality", id, """
                {"noiseReduction": "light", "volumeNormalization": {"loudness": -20, "truePeak": -2, "perChannel": true},
                 "silenceRemoval": {"threshold": -50, "minimum": 0.5, "keep": 0.2}}""");

        assertDone(job, "enhanceQuality", "version", "before", "after", "removed", "notes");
        for (var sound : List.of("before", "after")) {
            assertThat(names(job.at("/result/" + sound)))
                    .containsExactlyInAnyOrder("loudness", "truePeak", "noiseFloor", "signalToNoise");
        }
        assertThat(job.at("/result/after/loudness").asDouble()).isCloseTo(-20, within(1.0));
        var enhanced = get("retrieve", id);
        assertThat(enhanced.get("noiseReduction").asBoolean())
                .as("this call has no noise")
                .isFalse();
        assertThat(enhanced.get("volumeNormalization").asBoolean()).isTrue();
        assertThat(enhanced.get("silenceRemoval").asBoolean()).isTrue();
        assertThat(enhanced.get("duration").asDouble()).isLessThan(LENGTH);
        var request = get("listVersions", id).at("/items/1/request");
        assertThat(names(request)).containsExactlyInAnyOrder("noiseReduction", "volumeNormalization", "silenceRemoval");
        assertThat(request.at("/volumeNormalization/truePeak").asDouble()).isEqualTo(-2);
    }

    /** What finds it brings lists of words and the numbering of all countries along. */
    @Test
    void whatIsPersonalIsTakenOut() throws Exception {
        var id = completed();
        api.send(Request.to("putTranscript").about(id).json("""
                        {"language": "en-US", "segments": [{"channel": 1, "speaker": "ch_1", "start": 10, "end": 18, "words": [
                          {"text": "call", "start": 10, "end": 10.5}, {"text": "Susan", "start": 11, "end": 11.5},
                          {"text": "at", "start": 12, "end": 12.2}, {"text": "415-555-2671", "start": 13, "end": 16},
                          {"text": "thanks", "start": 17, "end": 18}]}]}"""), 200);

        var job = work("redactPII", id, "{\"type\": \"deletion\"}");

        assertDone(job, "redactPII", "version", "spans");
        assertThat(job.at("/result/spans"))
                .extracting(span -> span.get("entity").asText())
                .containsExactly("name", "phone");
        var redacted = get("retrieve", id);
        assertThat(redacted.get("redacted").asBoolean()).isTrue();
        assertThat(redacted.get("redactionType").asText()).isEqualTo("deletion");
        assertThat(redacted.get("duration").asDouble()).isCloseTo(LENGTH - 0.9 - 3.4, within(0.001));
        assertThat(get("retrieveTranscript", id).get("text").asText()).isEqualTo("call [name] at [phone] thanks");
        assertThat(get("listVersions", id).at("/items/0/purged").asBoolean()).isTrue();
        assertThat(sha256(id)).isEqualTo(redacted.get("sha256").asText());
    }

    @Test
    void aCallIsPackedForSomebodyElse() throws Exception {
        var id = completed();
        var accepted = api.send(Request.to("export").about(id).json("{\"audioFormat\": \"flac\"}"), 202);

        tell(id, accepted.get("id").asText());

        var job = job(id, accepted.get("id").asText());
        assertDone(job, "export", "version", "url", "expiresAt", "size", "sha256", "files", "missing");
        assertThat(files("openLink", job.at("/result/url").asText()))
                .containsExactly(
                        id + ".flac",
                        "metadata.json",
                        "waveform.json",
                        "events.json",
                        "versions.json",
                        "manifest.json");
    }

    @Test
    void manyCallsArePackedIntoOneFile() throws Exception {
        var calls = List.of(completed(), completed());
        var accepted = api.send(Request.to("createExport").json("""
                {"recordings": ["%s", "%s"], "include": ["audio", "metadata"]}""".formatted(calls.toArray())), 202);
        var export = accepted.get("id").asText();

        tell(export, export);

        var done = api.send(Request.to("retrieveExport").with("export", export), 200);
        assertThat(done.get("status").asText()).as(done.toString()).isEqualTo("succeeded");
        assertThat(done.get("recordings").asInt()).isEqualTo(2);
        assertThat(files("openExport", done.get("url").asText()))
                .containsExactly(
                        calls.get(0) + "/" + calls.get(0) + ".wav",
                        calls.get(0) + "/metadata.json",
                        calls.get(1) + "/" + calls.get(1) + ".wav",
                        calls.get(1) + "/metadata.json",
                        "manifest.json");
        assertThat(api.send(Request.to("listExports"), 200).get("items")).isNotEmpty();
        assertThat(api.send(Request.to("deleteExport").with("export", export)).status())
                .isEqualTo(204);
    }

    @Test
    void twoCallsBecomeOne() throws Exception {
        var calls = List.of(completed(), completed());
        var merge = Request.to("merge").json("""
                {"recordings": ["%s", "%s"], "mode": "mix", "offsets": [0, 1.5], "format": "flac", "tags": ["both"]}""".formatted(calls.toArray()));
        var accepted = api.send(merge, 202);
        var id = accepted.get("id").asText();
        assertThat(calls).doesNotContain(id);

        tell(id, accepted.at("/job/id").asText());

        assertDone(job(id, accepted.at("/job/id").asText()), "merge", "version");
        var merged = get("retrieve", id);
        assertThat(merged.get("status").asText()).isEqualTo("completed");
        assertThat(merged.get("codec").asText()).isEqualTo("flac");
        assertThat(merged.get("duration").asDouble()).isCloseTo(LENGTH + 1.5, within(0.001));
        assertThat(merged.get("derivedFrom")).extracting(JsonNode::asText).containsExactlyElementsOf(calls);
        assertThat(get("listVersions", id).at("/items/0/request/offsets")).hasSize(2);
        assertThat(sha256(id)).isEqualTo(merged.get("sha256").asText());
    }

    /** A recording of the call whose audio is there. */
    private String completed() throws Exception {
        var upload = uploads.upload();
        deployment.function("ingest").answer(upload.notice());
        return upload.recording();
    }

    /** The names of the files in the ZIP that a link opens. */
    private List<String> files(String function, String url) throws Exception {
        var open = Request.to(function).with("token", url.substring(url.lastIndexOf('/') + 1));
        var opened = api.send(open, api.routes(function).getFirst());
        var archive = uploads.transfer().get(opened.headers().get("location"));
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** Asks for work and has it done. Answers the job. */
    private JsonNode work(String function, String recording, String body) {
        var accepted = api.send(Request.to(function).about(recording).json(body), 202);
        var job = accepted.at("/job/id").asText();
        tell(recording, job);
        return job(recording, job);
    }

    /** Sends the queue's message. */
    private void tell(String recording, String job) {
        var ulid = "01K9ZZZZZZZZZZZZZZZZZZZZZZ";
        var words = Map.of("acme", "operator", "rec_" + ulid, recording, "job_" + ulid, job);
        var answer = deployment.function("work").answer(Payload.read("work", words));
        assertThat(answer.get("batchItemFailures")).isEmpty();
    }

    private JsonNode job(String recording, String job) {
        return api.send(Request.to("retrieveJob").about(recording).with("job", job), 200);
    }

    private JsonNode get(String function, String recording) {
        return api.send(Request.to(function).about(recording), 200);
    }

    /** Of what can be downloaded, in lower-case hexadecimal. */
    private String sha256(String recording) throws Exception {
        var bytes = uploads.transfer().get(get("download", recording).get("url").asText());
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static void assertDone(JsonNode job, String action, String... results) {
        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("succeeded");
        assertThat(job.get("action").asText()).isEqualTo(action);
        assertThat(job.get("progress").asDouble()).isEqualTo(1);
        assertThat(job.get("attempts").asInt()).isEqualTo(1);
        assertThat(names(job.get("result"))).as(job.toString()).containsExactlyInAnyOrder(results);
    }

    private static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey);
    }
}
