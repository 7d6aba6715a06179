package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.lambda.Outcome.Died;
import io.tapedeck.lambda.Outcome.TimedOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Functions that are cut off in the middle leave nothing that the next ones cannot go on with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubleTest {
    private static final int KILLED = 128 + 9;

    private final Deployment deployment = new Deployment();
    private final HttpApi api = new HttpApi(deployment);
    private final Uploads uploads = new Uploads(deployment, api);

    private final Path started = deployment.workDir().resolve("started");
    private final Path endless = deployment.workDir().resolve("ffprobe");

    @BeforeAll
    void makeAnEndlessFfprobe() throws IOException {
        Files.writeString(endless, "#!/bin/sh\n: >%s\nexec sleep 600\n".formatted(started));
        Files.setPosixFilePermissions(endless, PosixFilePermissions.fromString("rwx------"));
    }

    @AfterAll
    void close() throws Exception {
        uploads.close();
        deployment.close();
    }

    @Test
    void whoOverrunsItsTimeIsReplacedAndKeepsItsLease() throws Exception {
        var upload = uploads.upload();
        try (var ingest = deployment.with("ingest", Map.of("FFPROBE", endless.toString()), Duration.ofSeconds(10))) {
            var first = ingest.environment();

            assertThat(ingest.invoke(upload.notice())).isEqualTo(new TimedOut());
            assertThat(first.isAlive()).isFalse();
            ingest.answer(upload.notice());
            assertThat(ingest.environment()).isNotSameAs(first);
        }

        assertThat(job(upload.recording()).get("status").asText()).isEqualTo("running");
        assertThat(job(upload.recording()).get("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void whatACrashInterruptedIsDoneByAnotherWhenTheLeaseHasEnded() throws Exception {
        var upload = uploads.upload();
        Files.deleteIfExists(started);
        try (var ingest = deployment.with("ingest", Map.of("FFPROBE", endless.toString()), Duration.ofSeconds(90))) {
            var outcome = CompletableFuture.supplyAsync(() -> ingest.invoke(upload.notice()));
            await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(started));
            ingest.environment().kill();
            assertThat(outcome.get()).isEqualTo(new Died(KILLED));
        }
        deployment.function("ingest").answer(upload.notice());
        assertThat(job(upload.recording()).get("status").asText()).isEqualTo("running");

        var interrupted = job(upload.recording()).get("id").asText();
        deployment.endLease("operator", upload.recording(), interrupted);
        deployment.function("sweep").answer(Payload.read("sweep"));
        assertThat(job(upload.recording()).get("status").asText()).isEqualTo("queued");
        var message = Map.of("TENANT", "operator", "RECORDING", upload.recording(), "JOB", interrupted);
        deployment.function("work").answer(Payload.read("work-several-messages", message));

        assertThat(api.send(Request.to("retrieve").about(upload.recording()), 200)
                        .get("status")
                        .asText())
                .isEqualTo("completed");
        assertThat(job(upload.recording()).get("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void aCrashIsToldWithWhatTheFunctionWrote() throws Exception {
        try (var health = deployment.with("health", Map.of(), Duration.ofSeconds(90))) {
            health.answer(Payload.read("http-api"));
            var environment = health.environment();
            new ProcessBuilder("kill", "-SEGV", String.valueOf(environment.pid())).start();
            await().atMost(Duration.ofSeconds(90)).until(() -> !environment.isAlive());

            var outcome = environment.invoke(Payload.read("http-api"), Duration.ofSeconds(90));

            assertThatThrownBy(() -> health.answer(outcome))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Died[exitCode=")
                    .hasMessageContaining("health.log")
                    .hasMessageMatching("(?s).*(caught a segfault|SIGSEGV).*");
            assertThatThrownBy(health::lines)
                    .hasMessageStartingWith("no JSON object: ")
                    .hasMessageMatching("(?s).*(caught a segfault|SIGSEGV).*");
        }
    }

    private JsonNode job(String recording) {
        return api.send(Request.to("listJobs").about(recording), 200).at("/items/0");
    }
}
