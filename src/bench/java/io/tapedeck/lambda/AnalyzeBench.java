package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.SampleAudio;
import io.tapedeck.analytics.MadeCall;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.PeakMemory;
import io.tapedeck.bench.ProcessTime;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import io.tapedeck.transcript.format.TranscriptForm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * A call of an hour with 12,000 words analysed by the function "work" as Lambda runs it, from the queue's message to the figures in
 * the bucket, against ffmpeg that but decodes it, and against the function when it has nothing to do.
 */
class AnalyzeBench {
    private static final int ROUNDS = 5;
    private static final String DECODE = "ffmpeg -f null";
    private static final String IDLE = "the idle function";
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    /** Milliseconds. */
    private static final int LOOK = 500;

    @TempDir
    private Path folder;

    private Path hour;
    private Deployment deployment;
    private HttpApi api;
    private Uploads uploads;
    private String recording;
    private double idle;

    /** As browsers and voice assistants record: Opus, whose sound has 48 kHz whatever went in. */
    @Test
    void analyze(TestInfo test) throws Exception {
        takeIn("hour.ogg", "-c:a", "libopus", "-b:a", "32k");
        compare(test, "a call of 1 h in Opus with 12,000 words analysed");
    }

    /** As telephone lines are recorded: G.711, whose sound has 8 kHz. */
    @Test
    void analyzeTelephone(TestInfo test) throws Exception {
        takeIn("hour.wav", "-ar", "8000", "-c:a", "pcm_mulaw");
        compare(test, "a call of 1 h in G.711 with 12,000 words analysed");
    }

    private void takeIn(String name, String... coding) throws Exception {
        hour = folder.resolve(name);
        var looped = Stream.of("-stream_loop", "14", "-i", CALL.toString(), "-t", "3600");
        SampleAudio.ffmpeg(Stream.of(looped, Stream.of(coding), Stream.of(hour.toString()))
                .flatMap(each -> each)
                .toArray(String[]::new));
        deployment = new Deployment();
        api = new HttpApi(deployment);
        uploads = new Uploads(deployment, api);
        var upload = uploads.upload(Files.readAllBytes(hour));
        deployment.function("ingest").answer(upload.notice());
        recording = upload.recording();
        var transcript = TranscriptForm.JSON.write(MadeCall.of(1).transcript().orElseThrow());
        // HttpApi reads no compressed answers
        var request = Request.to("putTranscript")
                .about(recording)
                .header("accept-encoding", "identity")
                .json(new String(transcript, StandardCharsets.UTF_8));
        api.send(request, 200);
    }

    @AfterEach
    void close() throws Exception {
        uploads.close();
        deployment.close();
    }

    private void compare(TestInfo test, String name) throws Exception {
        idle = PeakMemory.during(work(), () -> Thread.sleep(LOOK)).ofAll();

        var outcome = Duel.ofLongRounds(ROUNDS)
                .of(new Side("Tapedeck", this::ours), new Side(DECODE, this::decoding), new Side(IDLE, () ->
                        new double[] {0, idle}));

        Report.of(test)
                .add(
                        outcome.row(name + ", its sound too", "ms of CPU", 0, DECODE),
                        outcome.row(name + ", all that runs", "MiB", 1, IDLE).atMostAbove(64));
    }

    /** Milliseconds of CPU, and MiB of the function and all that it starts. */
    private double[] ours() throws Exception {
        api.send(Request.to("analyze").about(recording).json("{}"), 202);
        var job = api.send(Request.to("retrieve").about(recording), 200)
                .at("/job/id")
                .asText();
        var before = ProcessTime.of(work());
        var memory = PeakMemory.during(work(), () -> deployment.function("work").answer(message(job)));
        var taken = ProcessTime.of(work()) - before;
        assertThat(status(job)).isEqualTo("succeeded");
        return new double[] {taken, memory.ofAll()};
    }

    private double[] decoding() throws Exception {
        var self = ProcessHandle.current();
        var before = ProcessTime.ofChildren(self);
        var program = deployment.environment("work").get("FFMPEG");
        var command = new ProcessBuilder(
                program, "-nostdin", "-v", "error", "-threads", "1", "-i", hour.toString(), "-f", "null", "-");
        assertThat(command.inheritIO().start().waitFor()).isZero();
        return new double[] {ProcessTime.ofChildren(self) - before, 0};
    }

    private ProcessHandle work() {
        return ProcessHandle.of(deployment.function("work").environment().pid()).orElseThrow();
    }

    private JsonNode message(String job) {
        var ulid = "01K9ZZZZZZZZZZZZZZZZZZZZZZ";
        return Payload.read("work", Map.of("acme", "operator", "rec_" + ulid, recording, "job_" + ulid, job));
    }

    private String status(String job) {
        return api.send(Request.to("retrieveJob").about(recording).with("job", job), 200)
                .get("status")
                .asText();
    }
}
