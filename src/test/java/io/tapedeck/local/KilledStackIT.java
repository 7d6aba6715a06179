package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.tapedeck.SampleAudio;
import io.tapedeck.process.SearchPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStackIT {
    private static final Path CALL = Path.of("src/test/resources/audio/call-40.wav");
    private static final Path SPOKEN = Path.of("src/test/resources/audio/made-call.flac");
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
        var hour = hour();
        try (var stack = new StackProcess(folder.resolve("data"))) {
            stack.start();
            var recording = upload(stack, hour);
            awaitJob(stack, recording, Set.of("running", "succeeded"));

            stack.kill();
            stack.start();

            awaitStatus(stack, recording, "completed");
            assertThat(versions(stack, recording).getList("items.version")).containsExactly(1);
            assertThat(files("work")).isEmpty();
        }
    }

    @Test
    void aHalfDoneAudioJobIsDoneOnceAfterAKill() throws Exception {
        try (var stack = new StackProcess(folder.resolve("data"))) {
            stack.start();
            var recording = upload(stack, hour());
            var original = awaitStatus(stack, recording, "completed").getString("sha256");
            var job = compress(stack, recording);
            awaitHalfDone(stack, recording, job);

            var tools = stack.started();
            stack.kill();
            await().atMost(PATIENCE).until(() -> tools.stream().noneMatch(KilledStackIT::runs));
            stack.start();

            var compressed = awaitStatus(stack, recording, "completed");
            var done = job(stack, recording, job);
            assertThat(done.getString("status")).isEqualTo("succeeded");
            assertThat(done.getInt("attempts")).isEqualTo(2);
            assertThat(done.getDouble("progress")).isEqualTo(1);
            var versions = versions(stack, recording);
            assertThat(versions.getList("items.version")).containsExactly(1, 2);
            assertThat(versions.getString("items[1].parentSha256")).isEqualTo(original);
            assertThat(versions.getString("items[1].sha256"))
                    .isEqualTo(compressed.getString("sha256"))
                    .isEqualTo(sha256(download(stack, recording)));
            var made = job.substring("job_".length()) + "-2";
            assertThat(files("s3"))
                    .containsExactlyInAnyOrder("v1.wav", "v1.waveform.json", made + ".ogg", made + ".waveform.json");
            assertThat(files("work")).isEmpty();
        }
    }

    @Test
    void aHalfDoneTranscriptionGoesOnAfterAKill() throws Exception {
        assumeTrue(SearchPath.find("pocketsphinx_continuous").isPresent(), "pocketsphinx is not installed");
        try (var stack = new StackProcess(folder.resolve("data"))) {
            stack.start();
            var recording = upload(stack, SPOKEN);
            awaitStatus(stack, recording, "completed");
            var job = transcribe(stack, recording);
            await().atMost(PATIENCE)
                    .until(() -> files("s3"), files -> files.stream().anyMatch(KilledStackIT::isKept));

            stack.kill();
            stack.start();

            awaitStatus(stack, recording, "completed");
            var done = job(stack, recording, job);
            assertThat(done.getString("status")).isEqualTo("succeeded");
            assertThat(done.getInt("attempts")).isEqualTo(2);
            var transcript = stack.request()
                    .get("/v1/recordings/" + recording + "/transcript")
                    .jsonPath();
            assertThat(transcript.<Integer>getList("segments.channel")).contains(0, 1);
            await().atMost(PATIENCE)
                    .until(() -> files("s3"), files -> files.stream().noneMatch(KilledStackIT::isKept));
            assertThat(files("work")).isEmpty();
        }
    }

    @Test
    void everyEventArrivesInOrderHoweverOftenItIsKilled() throws Exception {
        var result = new KillCampaign(folder, new SecureRandom()).run(3);

        assertThat(result.events()).isPositive();
        assertThat(result.lost()).as("%s", result).isZero();
        assertThat(result.disordered()).as("%s", result).isZero();
    }

    @Test
    void aTakenPortIsReportedInOneLine() throws Exception {
        var stack = new StackProcess(folder.resolve("data"));
        try (var _ = new ServerSocket(stack.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            var process = stack.launch();

            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(stack.output().strip())
                    .isEqualTo("Port %d is in use; set PORT to another one.".formatted(stack.port()));
        }
    }

    private Path hour() {
        var hour = folder.resolve("hour.wav");
        SampleAudio.ffmpeg("-stream_loop", "14", "-i", CALL.toString(), "-c", "copy", hour.toString());
        return hour;
    }

    /** The names of the files anywhere in a folder of the stack's. */
    private List<String> files(String name) throws IOException {
        try (var files = Files.walk(folder.resolve("data").resolve(name))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
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

    private static String compress(StackProcess stack, String recording) {
        return stack.request()
                .post("/v1/recordings/" + recording + "/compress")
                .then()
                .statusCode(202)
                .extract()
                .path("job.id");
    }

    private static String transcribe(StackProcess stack, String recording) {
        var location = stack.request()
                .contentType(ContentType.JSON)
                .body("{\"engine\": \"pocketsphinx\"}")
                .post("/v1/recordings/" + recording + "/transcribe")
                .then()
                .statusCode(202)
                .extract()
                .header("location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Whether a file holds what workers keep for each other. */
    private static boolean isKept(String file) {
        return file.contains("-kept.");
    }

    private static JsonPath job(StackProcess stack, String recording, String job) {
        return stack.request()
                .get("/v1/recordings/" + recording + "/jobs/" + job)
                .jsonPath();
    }

    private static JsonPath versions(StackProcess stack, String recording) {
        return stack.request().get("/v1/recordings/" + recording + "/versions").jsonPath();
    }

    private static byte[] download(StackProcess stack, String recording) {
        String url =
                stack.request().get("/v1/recordings/" + recording + "/download").path("url");
        return RestAssured.given().urlEncodingEnabled(false).get(url).asByteArray();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** One that has ended is listed until its parent asks after it, but runs nothing. */
    private static boolean runs(ProcessHandle process) {
        return process.info().command().isPresent();
    }

    private static JsonPath awaitStatus(StackProcess stack, String recording, String status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> stack.request().get("/v1/recordings/" + recording).jsonPath(),
                        now -> status.equals(now.getString("status")));
    }

    private static void awaitHalfDone(StackProcess stack, String recording, String job) {
        var seen = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> job(stack, recording, job), now -> now.getDouble("progress") > 0);
        assertThat(seen.getString("status")).isEqualTo("running");
        assertThat(seen.getDouble("progress")).isLessThan(1);
    }

    private static void awaitJob(StackProcess stack, String recording, Set<String> states) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> states.contains(
                        stack.request().get("/v1/recordings/" + recording).<String>path("job.status")));
    }
}
