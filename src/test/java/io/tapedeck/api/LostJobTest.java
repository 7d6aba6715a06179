package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.work.Claims;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs that nobody works on: the audio never came, the worker died, the notice was lost. */
@QuarkusTest
class LostJobTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();

    @Inject
    Api api;

    @Inject
    Bucket bucket;

    @Inject
    Functions functions;

    @Inject
    Claims claims;

    @Inject
    TestClock clock;

    private Caller caller;

    @BeforeEach
    void enter() {
        functions.resetTime();
        caller = api.caller();
    }

    @AfterEach
    void leave() {
        functions.resetTime();
    }

    @Test
    void anUploadThatNeverCameFailsAfterADay() {
        var id = caller.create(Map.of()).getString("id");
        clock.advance(Duration.ofHours(23));
        functions.sweep();
        assertThat(caller.retrieve(id).getString("status")).isEqualTo("processing");

        clock.advance(Duration.ofHours(1));
        functions.sweep();
        var failed = caller.retrieve(id);
        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("failure.code")).isEqualTo("upload-missing");
        assertThat(failed.getString("job.status")).isEqualTo("failed");
        assertThat(caller.eventNames(id)).containsExactly("created", "failed");
        assertThat(caller.events(id).getString("items[-1].actor")).isEqualTo("sweep");
    }

    @Test
    void askingForFreshUrlsGivesAnotherDay() {
        var id = caller.create(Map.of()).getString("id");
        clock.advance(Duration.ofHours(20));
        caller.get(id, "upload").statusCode(200);
        clock.advance(Duration.ofHours(20));
        functions.sweep();
        assertThat(caller.retrieve(id).getString("status")).isEqualTo("processing");
    }

    @Test
    void thePartsOfAnUploadThatWasNeverFinishedAreRemoved() {
        var created = caller.create(Map.of("upload", Map.of("multipart", true)));
        var id = created.getString("id");
        Transfer.put(created.getString("upload.parts[0].url"), Map.of(), TONE).requireStatus(200);
        assertThat(bucket.unfinished(id)).hasSize(1);

        clock.advance(Duration.ofHours(24));
        functions.sweep();
        assertThat(caller.retrieve(id).getString("failure.code")).isEqualTo("upload-missing");
        assertThat(bucket.unfinished(id)).isEmpty();
    }

    @Test
    void whatWasUploadedButCouldNotBeUsedIsKeptTwoDays() {
        var id = caller.upload(Arrays.copyOf(TONE, 20), Map.of());
        caller.awaitStatus(id, "failed");
        clock.advance(Duration.ofHours(47));
        functions.sweep();
        assertThat(bucket.objects(id)).hasSize(1);
        clock.advance(Duration.ofHours(1));
        functions.sweep();
        assertThat(bucket.objects(id)).isEmpty();
        assertThat(caller.retrieve(id).getString("status")).isEqualTo("failed");
    }

    @Test
    void aJobWhoseWorkerDiedIsDoneByAnother() {
        var id = losingItsWorker();
        clock.advance(Claims.LEASE);
        functions.sweep();
        var completed = caller.awaitStatus(id, "completed");
        assertThat(completed.getInt("job.attempts")).isEqualTo(2);
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "processing", "completed");
    }

    @Test
    void aJobIsLeftToItsWorkerWhileTheLeaseLasts() {
        var id = losingItsWorker();
        clock.advance(Claims.LEASE.minusSeconds(30));
        functions.sweep();
        functions.ingest("uploads/" + caller.tenant() + "/" + id);
        assertThat(caller.retrieve(id).getString("job.status")).isEqualTo("running");
        assertThat(caller.retrieve(id).getInt("job.attempts")).isEqualTo(1);
    }

    @Test
    void aJobThatLosesItsWorkerThreeTimesFails() {
        var created = caller.create(Map.of());
        var id = created.getString("id");
        for (int attempt = 1; attempt <= 3; attempt++) {
            claim(created.getString("id"), created.getString("job.id"));
            clock.advance(Claims.LEASE);
        }
        functions.sweep();
        var failed = caller.retrieve(id);
        assertThat(failed.getString("failure.code")).isEqualTo("processing-failed");
        assertThat(failed.getInt("job.attempts")).isEqualTo(3);
        assertThat(caller.eventNames(id))
                .containsExactly("created", "processing", "processing", "processing", "failed");
    }

    @Test
    void anUploadWhoseNoticeWasLostIsTakenInAtTheDeadline() {
        var id = caller.create(Map.of()).getString("id");
        bucket.putUntold("uploads/" + caller.tenant() + "/" + id, TONE);
        clock.advance(Duration.ofHours(24));
        functions.sweep();
        assertThat(caller.awaitStatus(id, "completed").getString("sha256")).isEqualTo(Audio.sha256(TONE));
    }

    /** A recording whose audio is there and whose job is with somebody who does nothing. */
    private String losingItsWorker() {
        var created = caller.create(Map.of());
        claim(created.getString("id"), created.getString("job.id"));
        Transfer.put(created, TONE).requireStatus(200);
        return created.getString("id");
    }

    private void claim(String id, String job) {
        var claim = claims.claim(
                new TenantId(caller.tenant()),
                RecordingId.parse(id).orElseThrow(),
                JobId.parse(job).orElseThrow());
        assertThat(claim).isInstanceOf(Claims.Claimed.class);
    }
}
