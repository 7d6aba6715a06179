package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.PeakMemory;
import io.tapedeck.bench.ProcessTime;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import io.tapedeck.transcript.pieces.BareCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * A call of a minute transcribed by the function "work" as Lambda runs it, from the queue's message to a transcript in the
 * bucket, against the engine alone that hears the same pieces.
 */
class TranscribeBench {
    private static final int ROUNDS = 5;
    /** Milliseconds. */
    private static final int LOOK = 500;

    @TempDir
    private Path folder;

    private BareCall bare;
    private Deployment deployment;
    private HttpApi api;
    private Uploads uploads;
    private String recording;

    @BeforeEach
    void takeTheCallIn() throws Exception {
        bare = BareCall.in(folder);
        deployment = new Deployment(bare.settings());
        api = new HttpApi(deployment);
        uploads = new Uploads(deployment, api);
        var upload = uploads.upload(Files.readAllBytes(BareCall.FILE));
        deployment.function("ingest").answer(upload.notice());
        recording = upload.recording();
    }

    @AfterEach
    void close() throws Exception {
        uploads.close();
        deployment.close();
    }

    @Test
    void transcribe(TestInfo test) throws Exception {
        ours();

        var peer = bare.engine() + " alone";
        var outcome = Duel.ofLongRounds(ROUNDS).of(new Side("Tapedeck", this::ours), new Side(peer, this::theirs));

        var name = "a call of a minute transcribed by " + bare.engine();
        Report.of(test)
                .add(
                        outcome.row(name, "ms of CPU", 0, peer).atMost(1.05),
                        outcome.row(name + ", all that runs", "MiB", 1, peer).atMostAbove(64));
    }

    /** Milliseconds of CPU, and MiB of the function and all that it starts. */
    private double[] ours() throws Exception {
        var body = "{\"engine\": \"%s\"}".formatted(bare.engine());
        api.send(Request.to("transcribe").about(recording).json(body), 202);
        var job = api.send(Request.to("retrieve").about(recording), 200)
                .at("/job/id")
                .asText();
        var work = deployment.function("work");
        var process = ProcessHandle.of(work.environment().pid()).orElseThrow();
        var before = ProcessTime.of(process);
        var memory = PeakMemory.during(process, () -> work.answer(message(job)));
        var taken = ProcessTime.of(process) - before;
        assertThat(status(job)).isEqualTo("succeeded");
        return new double[] {taken, memory.ofAll()};
    }

    /** The functions, which wait meanwhile, do not count. */
    private double[] theirs() throws Exception {
        var self = ProcessHandle.current();
        var before = ProcessTime.ofChildren(self);
        var functions = PeakMemory.during(self, () -> Thread.sleep(LOOK)).ofStarted();
        var memory = PeakMemory.during(self, bare::hear);
        return new double[] {ProcessTime.ofChildren(self) - before, memory.ofStarted() - functions};
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
