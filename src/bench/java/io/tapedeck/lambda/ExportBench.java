package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.SampleAudio;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.PeakMemory;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour of a call (WAV, 115 MB) exported by the function "work" as Lambda runs it, from the queue's message to a ZIP in the bucket,
 * against ffmpeg and zip, which read a file and write one.
 */
class ExportBench {
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    private static final int ROUNDS = 5;
    private static final String IDLE = "the idle function";
    /** Milliseconds. */
    private static final int LOOK = 500;

    private final Deployment deployment = new Deployment();
    private final HttpApi api = new HttpApi(deployment);
    private final Uploads uploads = new Uploads(deployment, api);

    @TempDir
    private Path folder;

    private Path hour;
    private String recording;

    @BeforeEach
    void takeAnHourIn() throws Exception {
        hour = folder.resolve("hour.wav");
        SampleAudio.ffmpeg("-stream_loop", "14", "-i", CALL.toString(), "-t", "3600", "-c", "copy", hour.toString());
        var upload = uploads.upload(Files.readAllBytes(hour));
        deployment.function("ingest").answer(upload.notice());
        recording = upload.recording();
    }

    @AfterEach
    void close() throws Exception {
        uploads.close();
        deployment.close();
    }

    @Test
    void export(TestInfo test) throws Exception {
        ours("{}");
        var idle = PeakMemory.during(work(), () -> Thread.sleep(LOOK)).ofAll();
        agree();

        var asItIs = duel("zip -0", "{}", "wav", idle);
        var asMp3 = duel("ffmpeg and zip -0", "{\"audioFormat\": \"mp3\"}", "mp3", idle);

        var name = "an hour in WAV exported";
        Report.of(test)
                .add(
                        asItIs.row(name + " as it is, message to done", "s", 0, "zip -0"),
                        asItIs.row(name + " as it is, all that runs", "MiB", 1, IDLE)
                                .atMostAbove(64),
                        asMp3.row(name + " as MP3, message to done", "s", 0, "ffmpeg and zip -0"),
                        asMp3.row(name + " as MP3, all that runs", "MiB", 1, "ffmpeg and zip -0"),
                        asMp3.row(name + " as MP3, all that runs", "MiB", 1, IDLE));
    }

    private Duel.Outcome duel(String peer, String wanted, String format, double idle) throws Exception {
        return Duel.ofLongRounds(ROUNDS)
                .of(new Side("Tapedeck", () -> ours(wanted)), new Side(peer, () -> theirs(format)), new Side(IDLE, () ->
                        new double[] {0, idle}));
    }

    /** Seconds, and MiB of the function and all that it starts. */
    private double[] ours(String wanted) throws Exception {
        var job = api.send(Request.to("export").about(recording).json(wanted), 202)
                .get("id")
                .asText();
        var message = message(job);
        var work = deployment.function("work");
        var start = System.nanoTime();
        var memory = PeakMemory.during(work(), () -> work.answer(message));
        var seconds = secondsSince(start);
        assertThat(job(job).get("status").asText()).isEqualTo("succeeded");
        return new double[] {seconds, memory.ofAll()};
    }

    private double[] theirs(String format) throws Exception {
        var script = new ProcessBuilder(
                "src/bench/ffmpeg/export.sh", hour.toString(), archive().toString(), format);
        script.environment().put("FFMPEG", deployment.environment("work").get("FFMPEG"));
        var start = System.nanoTime();
        var process = script.redirectErrorStream(true).start();
        var memory = PeakMemory.during(process.toHandle(), () -> {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        });
        return new double[] {secondsSince(start), memory.ofAll()};
    }

    /** Both archives hold the same audio. */
    private void agree() throws Exception {
        theirs("wav");
        var link = api.send(Request.to("retrieve").about(recording), 200)
                .at("/job/result/url")
                .asText();
        var token = link.substring(link.lastIndexOf('/') + 1);
        var opened = api.send(
                Request.to("openLink").with("token", token),
                api.routes("openLink").getFirst());
        var ours = folder.resolve("ours.zip");
        Files.write(ours, uploads.transfer().get(opened.headers().get("location")));
        try (var one = new ZipFile(ours.toFile());
                var other = new ZipFile(archive().toFile())) {
            assertThat(one.getEntry(recording + ".wav").getCrc())
                    .isEqualTo(other.getEntry("hour.wav").getCrc());
        }
    }

    private ProcessHandle work() {
        return ProcessHandle.of(deployment.function("work").environment().pid()).orElseThrow();
    }

    private JsonNode message(String job) {
        var ulid = "01K9ZZZZZZZZZZZZZZZZZZZZZZ";
        return Payload.read("work", Map.of("acme", "operator", "rec_" + ulid, recording, "job_" + ulid, job));
    }

    private JsonNode job(String job) {
        return api.send(Request.to("retrieveJob").about(recording).with("job", job), 200);
    }

    private Path archive() {
        return folder.resolve("theirs.zip");
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
