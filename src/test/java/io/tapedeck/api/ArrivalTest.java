package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects that arrive in the bucket: expected, unexpected, told of twice, late, or not there any more. */
@QuarkusTest
class ArrivalTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();

    @Inject
    Api api;

    @Inject
    Bucket bucket;

    @Inject
    Functions functions;

    @Inject
    Queues queues;

    @Inject
    TestClock clock;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @AfterEach
    void leave() {
        functions.resetTime();
    }

    @Test
    void aFileThatNobodyAnnouncedBecomesARecording() {
        bucket.put(uploads("Übergabe 7 + 1.wav"), TONE);
        var id = awaitOnlyRecording("completed");

        var recording = caller.retrieve(id);
        assertThat(recording.getString("metadata.fileName")).isEqualTo("Übergabe 7 + 1.wav");
        assertThat(recording.getString("sha256")).isEqualTo(Audio.sha256(TONE));
        assertThat(recording.getInt("retentionPeriod")).isEqualTo(365);
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "completed");
        await().atMost(Caller.PATIENCE).until(() -> bucket.objects("Übergabe").isEmpty());
    }

    @Test
    void aFileInAFolderBecomesARecordingToo() {
        bucket.put(uploads("2026/11/23/agent.wav"), TONE);
        var id = awaitOnlyRecording("completed");
        assertThat(caller.retrieve(id).getString("metadata.fileName")).isEqualTo("2026/11/23/agent.wav");
    }

    @Test
    void aFileThatIsNoAudioBecomesAFailedRecording() {
        bucket.put(uploads("notes.txt"), "Buy milk.".getBytes(StandardCharsets.UTF_8));
        assertThat(caller.retrieve(awaitOnlyRecording("failed")).getString("failure.message"))
                .isNotBlank();
    }

    @Test
    void aFileThatNamesNoTenantIsMovedAway() {
        var name = caller.tenant() + ".wav";
        bucket.put("uploads/" + name, TONE);
        bucket.put("uploads/Not-A-Tenant/" + name, TONE);
        await().atMost(Caller.PATIENCE)
                .until(() -> bucket.objects(name).equals(List.of("rejected/Not-A-Tenant/" + name, "rejected/" + name)));
    }

    @Test
    void aFolderIsNoRecording() {
        bucket.put(uploads(""), new byte[0]);
        functions.ingest(encoded(uploads("")));
        queues.awaitIdle();
        caller.request().get("/v1/recordings").then().body("items.size()", equalTo(0));
    }

    @Test
    void ofAFileThatIsOverwrittenAgainAndAgainEveryRecordingHasItsAudio() {
        var versions = Stream.of(SampleAudio.TONE_WAV, SampleAudio.DIALOGUE_WAV)
                .map(SampleAudio::bytes)
                .toList();
        for (int i = 0; i < 6; i++) {
            bucket.put(uploads("same name.wav"), versions.get(i % 2));
        }
        queues.awaitIdle();
        await().atMost(Caller.PATIENCE)
                .until(() -> !statuses().isEmpty() && !statuses().contains("processing"));
        assertThat(statuses()).containsOnly("completed");
        assertThat(bucket.objects("same name")).isEmpty();
    }

    private List<String> statuses() {
        return caller.request()
                .get("/v1/recordings")
                .then()
                .extract()
                .jsonPath()
                .getList("items.status");
    }

    @Test
    void anIdThatWasNeverGivenOutBecomesARecordingOfItsOwn() {
        bucket.put(uploads("rec_01ARZ3NDEKTSV4RRFFQ69G5FAV"), TONE);
        assertThat(awaitOnlyRecording("completed")).isNotEqualTo("rec_01ARZ3NDEKTSV4RRFFQ69G5FAV");
    }

    @Test
    void aNoticeThatComesLateAndAgainChangesNothing() {
        var id = caller.completed(TONE);
        var tag = caller.show(id).extract().header("ETag");
        functions.ingest(encoded(uploads(id)));
        functions.ingest(encoded(uploads(id)));
        caller.show(id).header("ETag", tag).body("status", equalTo("completed"));
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "completed");
    }

    @Test
    void manyNoticesAtOnceAreOneIngest() {
        var id = caller.create(Map.of()).getString("id");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> bucket.put(uploads(id), TONE));
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> functions.ingest(encoded(uploads(id))));
            }
        }
        var completed = caller.awaitStatus(id, "completed");
        assertThat(completed.getInt("job.attempts")).isEqualTo(1);
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "completed");
        assertThat(caller.get(id, "versions").extract().<Integer>path("items.size()"))
                .isEqualTo(1);
    }

    @Test
    void aNoticeOfAnObjectThatIsGoneIsIgnored() {
        var id = caller.create(Map.of()).getString("id");
        functions.ingest(encoded(uploads(id)));
        functions.ingest(encoded(uploads("never there.wav")));
        assertThat(caller.retrieve(id).getString("job.status")).isEqualTo("awaiting-upload");
        assertThat(caller.eventNames(id)).containsExactly("created");
        caller.request().get("/v1/recordings").then().body("items.size()", equalTo(1));
    }

    @Test
    void anUploadAfterTheDeletionIsRemovedAndBringsNothingBack() {
        var created = caller.create(Map.of());
        var id = created.getString("id");
        caller.delete(id).statusCode(200);
        Transfer.put(created, TONE).requireStatus(200);
        await().atMost(Caller.PATIENCE).until(() -> bucket.objects(id).isEmpty());
        caller.show(id).statusCode(200).body("status", equalTo("deleted"));
        assertThat(caller.eventNames(id)).containsExactly("created", "deleted");
    }

    @Test
    void whatIsDeletedWhileItIsTakenInStaysDeleted() {
        var id = caller.upload(Audio.realCall(), Map.of());
        await().atMost(Caller.PATIENCE).until(() -> caller.eventNames(id).contains("processing"));
        caller.delete(id).statusCode(200);
        queues.awaitIdle();
        assertThat(caller.retrieve(id).getString("status")).isEqualTo("deleted");
        assertThat(bucket.objects(id)).isEmpty();
        assertThat(caller.eventNames(id)).endsWith("deleted").doesNotContain("failed");
    }

    @Test
    void ofTwoUploadsAtOnceOneIsTakenWhole() {
        var created = caller.create(Map.of());
        var id = created.getString("id");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> Transfer.put(created, TONE));
            threads.submit(() -> Transfer.put(created, SampleAudio.DIALOGUE_WAV.bytes()));
        }
        // one that was replaced while it was read is read again later
        await().atMost(Caller.PATIENCE).until(() -> {
            var recording = caller.retrieve(id);
            if (recording.getString("job.status").equals("queued")) {
                clock.advance(Duration.ofHours(1));
                functions.sweep();
            }
            return recording.getString("status").equals("completed");
        });
        var url = caller.get(id, "download").extract().<String>path("url");
        assertThat(Audio.sha256(Transfer.get(url).body()))
                .isEqualTo(caller.retrieve(id).getString("sha256"));
        assertThat(caller.get(id, "versions").extract().<Integer>path("items.size()"))
                .isEqualTo(1);
    }

    @Test
    void objectsOutsideOfTheUploadsAreNobodysRecording() {
        var id = caller.completed(TONE);
        functions.ingest(encoded("audio/" + caller.tenant() + "/" + id + "/v1.wav"));
        functions.ingest(encoded("uploads/NOT_A_TENANT/a.wav"));
        caller.request().get("/v1/recordings").then().body("items.size()", equalTo(1));
    }

    private String awaitOnlyRecording(String status) {
        return await().atMost(Caller.PATIENCE)
                .until(
                        () -> caller.request()
                                .queryParam("status", status)
                                .get("/v1/recordings")
                                .then()
                                .statusCode(200)
                                .extract()
                                .<String>path("items[0].id"),
                        found -> found != null);
    }

    private String uploads(String name) {
        return "uploads/" + caller.tenant() + "/" + name;
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
