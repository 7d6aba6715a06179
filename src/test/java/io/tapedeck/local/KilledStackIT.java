package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapedeck.SampleAudio;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStackIT {
    private static final Path CALL = Path.of("src/test/resources/audio/call-40.wav");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereAfterIt() throws Exception {
        try (var stack = new StackProcess(folder.resolve("data"))) {
            stack.start();
            var uploaded = upload(stack, CALL);
            var created = create(stack);

            stack.kill();
            stack.start();

            awaitStatus(stack, uploaded, "completed");
            assertThat(stack.request()
                            .get("/v1/recordings/" + created)
                            .path("status")
                            .toString())
                    .isEqualTo("processing");
        }
    }

    @Test
    void aHalfDoneIngestGoesOnAfterAKill() throws Exception {
        var hour = folder.resolve("hour.wav");
        SampleAudio.ffmpeg("-stream_loop", "14", "-i", CALL.toString(), "-c", "copy", hour.toString());
        try (var stack = new StackProcess(folder.resolve("data"))) {
            stack.start();
            var recording = upload(stack, hour);
            awaitJob(stack, recording, Set.of("running", "succeeded"));

            stack.kill();
            stack.start();

            awaitStatus(stack, recording, "completed");
            var versions = stack.request().get("/v1/recordings/" + recording + "/versions");
            assertThat(versions.<Integer>path("items.size()")).isEqualTo(1);
            try (var left = Files.list(folder.resolve("data/work"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void aTakenPortIsReportedInOneLine() throws Exception {
        var stack = new StackProcess(folder.resolve("data"));
        try (var _ = new ServerSocket(stack.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            var process = stack.launch();

            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(stack.output().strip())
                    .isEqualTo("Port %d is taken: set PORT to another one.".formatted(stack.port()));
        }
    }

    private static String create(StackProcess stack) {
        return stack.request()
                .post("/v1/recordings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String upload(StackProcess stack, Path file) throws IOException {
        var created = stack.request().post("/v1/recordings");
        assertThat(stack.put(created.path("upload.url"), file)).isEqualTo(200);
        return created.path("id");
    }

    private static void awaitStatus(StackProcess stack, String recording, String status) {
        await().atMost(PATIENCE)
                .until(() -> status.equals(
                        stack.request().get("/v1/recordings/" + recording).path("status")));
    }

    private static void awaitJob(StackProcess stack, String recording, Set<String> states) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> states.contains(
                        stack.request().get("/v1/recordings/" + recording).<String>path("job.status")));
    }
}
