package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.SampleAudio;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.PeakMemory;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour of a call made smaller by the function "work" as Lambda runs it, from the queue's message to a version in the
 * table and the bucket, against one command that reads a file and writes one. Both use the same ffmpeg.
 */
class CompressBench {
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    private static final String PEER = "the plain ffmpeg command";
    private static final int ROUNDS = 5;

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
        recording = ingested(hour);
    }

    @AfterEach
    void close() throws Exception {
        uploads.close();
        deployment.close();
    }

    @Test
    void compress(TestInfo test) throws Exception {
        ours();
        theirs();
        agree();

        var outcome = Duel.ofLongRounds(ROUNDS).of(new Side("Tapedeck", this::ours), new Side(PEER, this::theirs));

        var name = "compress an hour of a call";
        Report.of(test)
                .add(
                        outcome.row(name + ", message to done", "s", 0, PEER).atMost(1.15),
                        outcome.row(name + ", ffmpeg's RSS", "MiB", 1, PEER).atMostAbove(64),
                        outcome.row(name + ", RSS of ffmpeg and the function", "MiB", 2, PEER)
                                .atMostAbove(64));
    }

    /** Seconds, and MiB of ffmpeg and of all that runs. */
    private double[] ours() throws Exception {
        api.send(Request.to("restore").about(recording).json("{\"version\": 1}"), 200);
        var accepted = api.send(Request.to("compress").about(recording).json("{}"), 202);
        var job = accepted.at("/job/id").asText();
        var message = message(job);
        var work = deployment.function("work");
        var process = ProcessHandle.of(work.environment().pid()).orElseThrow();
        var start = System.nanoTime();
        var memory = PeakMemory.during(process, () -> work.answer(message));
        var seconds = secondsSince(start);
        assertThat(status(job)).isEqualTo("succeeded");
        return new double[] {seconds, memory.ofStarted(), memory.ofAll()};
    }

    private double[] theirs() throws Exception {
        var script = new ProcessBuilder(
                "src/bench/ffmpeg/compress.sh", hour.toString(), compressed().toString());
        script.environment().put("FFMPEG", deployment.environment("work").get("FFMPEG"));
        var start = System.nanoTime();
        var process = script.redirectErrorStream(true).start();
        var memory = PeakMemory.during(process.toHandle(), () -> {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        });
        return new double[] {secondsSince(start), memory.ofAll(), memory.ofAll()};
    }

    /** Both results are measured in the same way. */
    private void agree() throws Exception {
        var ours = retrieve(recording);
        var theirs = retrieve(ingested(compressed()));
        for (var member : List.of("format", "codec", "sampleRate", "channels", "channelLayout", "duration")) {
            assertThat(ours.get(member)).as(member).isEqualTo(theirs.get(member));
        }
        for (var member : List.of("fileSize", "bitrate")) {
            var expected = theirs.get(member).asDouble();
            assertThat(ours.get(member).asDouble()).as(member).isCloseTo(expected, within(0.01 * expected));
        }
        var loudness = theirs.at("/loudness/integrated").asDouble();
        assertThat(ours.at("/loudness/integrated").asDouble()).isCloseTo(loudness, within(0.2));
    }

    private String ingested(Path file) throws Exception {
        var upload = uploads.upload(Files.readAllBytes(file));
        deployment.function("ingest").answer(upload.notice());
        return upload.recording();
    }

    private JsonNode message(String job) {
        var ulid = "01K9ZZZZZZZZZZZZZZZZZZZZZZ";
        var words = Map.of("acme", "operator", "rec_" + ulid, recording, "job_" + ulid, job);
        return Payload.read("work", words);
    }

    private String status(String job) {
        var request = Request.to("retrieveJob").about(recording).with("job", job);
        return api.send(request, 200).get("status").asText();
    }

    private JsonNode retrieve(String id) {
        return api.send(Request.to("retrieve").about(id), 200);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private Path compressed() {
        return folder.resolve("compressed.ogg");
    }
}
