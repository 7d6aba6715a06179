package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recordings whose time comes: expired, deleted, held. */
@QuarkusTest
class RetentionTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();
    private static final long HOUR = 3600;

    @Inject
    Api api;

    @Inject
    Bucket bucket;

    @Inject
    Functions functions;

    @Inject
    TestClock clock;

    private Caller caller;
    private String id;
    private long now;

    @BeforeEach
    void enter() {
        functions.resetTime();
        caller = api.caller();
        id = caller.completed(TONE);
        now = clock.now();
    }

    @AfterEach
    void leave() {
        functions.resetTime();
    }

    @Test
    void fromExpiresAtOnTheAudioIsGoneAndTheMetadataIsNot() {
        var link = caller.request(Map.of("expiresIn", 3 * HOUR))
                .post("/v1/recordings/{id}/secure-url", id)
                .then()
                .extract()
                .<String>path("url");
        caller.update(id, Map.of("expiresAt", now + HOUR)).statusCode(200);
        clock.stopAt(now + HOUR - 1);
        caller.get(id, "download").statusCode(200);

        clock.stopAt(now + HOUR);
        caller.get(id, "download").statusCode(410).body("code", equalTo("gone"));
        caller.get(id, "waveform").statusCode(410);
        caller.request(Map.of())
                .post("/v1/recordings/{id}/secure-url", id)
                .then()
                .statusCode(410);
        api.anonymous().get(link).then().statusCode(410);
        assertThat(caller.retrieve(id).getString("status")).isEqualTo("completed");
        assertThat(caller.retrieve(id).getString("secureUrl")).isNull();
    }

    @Test
    void theExpiryIsToldOnce() {
        caller.update(id, Map.of("expiresAt", now + HOUR)).statusCode(200);
        clock.advance(Duration.ofHours(1));
        functions.sweep();
        functions.sweep();
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "completed", "updated", "expired");
        assertThat(caller.events(id).getString("items[-1].actor")).isEqualTo("sweep");
    }

    @Test
    void anExpiryMovedLaterMakesTheAudioHeardAgainAndIsToldAgain() {
        caller.update(id, Map.of("expiresAt", now + HOUR)).statusCode(200);
        clock.advance(Duration.ofHours(1));
        functions.sweep();

        caller.update(id, Map.of("expiresAt", now + 3 * HOUR)).statusCode(200);
        caller.get(id, "download").statusCode(200);
        functions.sweep();
        clock.advance(Duration.ofHours(2));
        functions.sweep();
        caller.get(id, "download").statusCode(410);
        assertThat(caller.eventNames(id)).filteredOn("expired"::equals).hasSize(2);
    }

    @Test
    void anExpiryTakenBackDoesNotCome() {
        caller.update(id, Map.of("expiresAt", now + HOUR)).statusCode(200);
        caller.request()
                .contentType("application/merge-patch+json")
                .body("{\"expiresAt\":null}")
                .patch("/v1/recordings/{id}", id)
                .then()
                .statusCode(200);
        clock.advance(Duration.ofHours(2));
        functions.sweep();
        caller.get(id, "download").statusCode(200);
        assertThat(caller.eventNames(id)).doesNotContain("expired");
    }

    @Test
    void atAutoDeleteAtTheSweepDeletesWithACertificate() {
        var sha256 = caller.retrieve(id).getString("sha256");
        caller.update(id, Map.of("autoDeleteAt", now + HOUR)).statusCode(200);
        clock.stopAt(now + HOUR - 1);
        functions.sweep();
        assertThat(caller.retrieve(id).getString("status")).isEqualTo("completed");

        clock.stopAt(now + HOUR);
        functions.sweep();
        var tombstone = caller.retrieve(id);
        assertThat(tombstone.getString("status")).isEqualTo("deleted");
        assertThat(tombstone.getString("deletion.reason")).isEqualTo("retention");
        assertThat(tombstone.getString("deletion.actor")).isEqualTo("sweep");
        assertThat(tombstone.getLong("deletion.at")).isEqualTo(now + HOUR);
        assertThat(tombstone.getInt("deletion.objects")).isEqualTo(2);
        assertThat(tombstone.getString("deletion.versions[0].sha256")).isEqualTo(sha256);
        assertThat(bucket.objects(id)).isEmpty();
        caller.get(id, "download").statusCode(410);
    }

    @Test
    void aDeletionByTheSweepIsToldAsBothWhatItIsAndWhy() {
        caller.update(id, Map.of("autoDeleteAt", now + HOUR)).statusCode(200);
        clock.advance(Duration.ofHours(1));
        functions.sweep();
        functions.sweep();
        assertThat(caller.eventNames(id))
                .containsExactly("created", "processing", "completed", "updated", "expired", "deleted", "autoDeleted");
    }

    @Test
    void everyRecordingExpires() {
        var recording = caller.retrieve(id);
        assertThat(recording.getLong("expiresAt")).isEqualTo(recording.getLong("autoDeleteAt"));

        caller.update(id, Map.of("retentionPeriod", 90)).statusCode(200);
        var moved = caller.retrieve(id);
        assertThat(moved.getLong("autoDeleteAt")).isEqualTo(moved.getLong("created") + 90 * 24 * HOUR);
        assertThat(moved.getLong("expiresAt")).isEqualTo(moved.getLong("autoDeleteAt"));
    }

    @Test
    void anExpiryThatNoSweepHasSeenIsToldBeforeADeletionOnRequest() {
        caller.update(id, Map.of("expiresAt", now + HOUR)).statusCode(200);
        clock.advance(Duration.ofHours(2));
        caller.delete(id).statusCode(200);
        assertThat(caller.eventNames(id))
                .containsExactly("created", "processing", "completed", "updated", "expired", "deleted");
    }

    @Test
    void anExpiryThatOneSweepFindsTogetherWithTheDeletionIsToldFirst() {
        caller.update(id, Map.of("expiresAt", now + HOUR, "autoDeleteAt", now + 2 * HOUR))
                .statusCode(200);
        clock.advance(Duration.ofHours(50));
        functions.sweep();
        assertThat(caller.eventNames(id)).endsWith("updated", "expired", "deleted", "autoDeleted");
    }

    @Test
    void aRetentionPeriodIsCountedFromTheCreation() {
        var created = caller.retrieve(id).getLong("created");
        caller.update(id, Map.of("retentionPeriod", 2)).statusCode(200).body("autoDeleteAt", equalTo((int)
                (created + 2 * 24 * HOUR)));
        clock.stopAt(created + 2 * 24 * HOUR);
        functions.sweep();
        caller.show(id).body("status", equalTo("deleted"));
    }

    @Test
    void aLegalHoldStopsExpiryAndDeletion() {
        caller.update(id, Map.of("expiresAt", now + HOUR, "autoDeleteAt", now + 2 * HOUR, "legalHold", true))
                .statusCode(200);
        clock.advance(Duration.ofHours(3));
        functions.sweep();
        caller.get(id, "download").statusCode(200);
        caller.delete(id).statusCode(423).body("code", equalTo("legal-hold"));
        assertThat(caller.eventNames(id)).doesNotContain("expired", "deleted", "autoDeleted");
    }

    @Test
    void whatCameDueUnderALegalHoldHappensOnceItIsReleased() {
        caller.update(id, Map.of("autoDeleteAt", now + HOUR, "legalHold", true)).statusCode(200);
        clock.advance(Duration.ofHours(5));
        functions.sweep();
        caller.update(id, Map.of("legalHold", false)).statusCode(200);
        functions.sweep();
        caller.show(id).body("status", equalTo("deleted"));
    }

    @Test
    void sweepsThatWereMissedAreCaughtUp() {
        var other = caller.completed(TONE);
        caller.update(id, Map.of("expiresAt", now + HOUR)).statusCode(200);
        caller.update(other, Map.of("autoDeleteAt", now + 30 * HOUR)).statusCode(200);
        clock.advance(Duration.ofHours(50));
        var report = functions.sweep();
        assertThat(report.complete()).isTrue();
        assertThat(report.failed()).isZero();
        assertThat(caller.eventNames(id)).contains("expired");
        caller.show(other).body("status", equalTo("deleted"));
    }

    @Test
    void twoSweepsAtOnceDoEverythingOnce() throws Exception {
        caller.update(id, Map.of("autoDeleteAt", now + HOUR)).statusCode(200);
        var expiring = caller.completed(TONE);
        caller.update(expiring, Map.of("expiresAt", now + HOUR)).statusCode(200);
        clock.advance(Duration.ofHours(1));

        var other = Thread.startVirtualThread(functions::sweep);
        functions.sweep();
        other.join();
        functions.sweep();
        assertThat(caller.eventNames(id)).filteredOn("autoDeleted"::equals).hasSize(1);
        assertThat(caller.eventNames(expiring)).filteredOn("expired"::equals).hasSize(1);
        assertThat(caller.retrieve(id).getInt("deletion.objects")).isEqualTo(2);
    }
}
