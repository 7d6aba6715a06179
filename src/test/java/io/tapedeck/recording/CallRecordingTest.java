package io.tapedeck.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.call.Reference;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.Deletion.Reason;
import io.tapedeck.recording.Deletion.Stage;
import io.tapedeck.storage.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallRecordingTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);
    private static final Duration DAY = Duration.ofDays(1);
    private static final TenantId ACME = new TenantId("acme");

    private final CallRecording recording = CallRecording.create(
            ACME,
            new RecordingId(Ulid.first(NOON)),
            details(),
            Retention.of(30, NOON),
            Placement.OWN,
            Intake.UNANNOUNCED);

    @Test
    void aNewOneIsOfTheMomentInItsId() {
        assertThat(recording.lifecycle().status()).isEqualTo(Status.PROCESSING);
        assertThat(recording.history().created()).isEqualTo(NOON);
        assertThat(recording.history().updated()).isEqualTo(NOON);
        assertThat(recording.usage()).isEqualTo(Usage.NONE);
    }

    @Test
    void aLivingOneIsDueWhenItsRetentionIs() {
        assertThat(recording.due()).contains(NOON.plus(DAY.multipliedBy(30)));
        assertThat(recording.isTombstoneExpired(Instant.MAX)).isFalse();
    }

    @Test
    void anExpiryIsDueOnce() {
        var retention = new Retention(
                Optional.of(30),
                Optional.of(NOON.plus(DAY)),
                Optional.of(NOON.plus(DAY.multipliedBy(30))),
                false,
                false,
                false);
        var expiring = recording.withDetails(details(), retention, NOON);

        assertThat(expiring.due()).contains(NOON.plus(DAY));
        assertThat(expiring.expired(NOON.plus(DAY)).due()).contains(NOON.plus(DAY.multipliedBy(30)));
    }

    @Test
    void aTombstoneIsDueUntilNothingCanComeLate() {
        assertThat(tombstone(Stage.DESTROYING).due().orElseThrow()).isBetween(NOON, NOON.plus(DAY));
        assertThat(tombstone(Stage.DESTROYED).due()).contains(NOON.plus(DAY.multipliedBy(2)));
        assertThat(tombstone(Stage.CLOSED).due()).isEmpty();
    }

    @Test
    void aTombstoneIsForgottenAfterThirtyDays() {
        assertThat(tombstone(Stage.CLOSED)
                        .isTombstoneExpired(NOON.plus(DAY.multipliedBy(30)).minusSeconds(1)))
                .isFalse();
        assertThat(tombstone(Stage.CLOSED).isTombstoneExpired(NOON.plus(DAY.multipliedBy(30))))
                .isTrue();
    }

    @Test
    void aTombstoneHasNothingPersonal() {
        var tombstone = tombstone(Stage.DESTROYED);

        assertThat(tombstone.details()).isEqualTo(Details.NONE);
        assertThat(tombstone.audio()).isEmpty();
        assertThat(tombstone.jobs().latest()).isEmpty();
        assertThat(tombstone.usage()).isEqualTo(Usage.NONE);
        assertThat(tombstone.retention().autoDeleteAt()).isEmpty();
        assertThat(tombstone.id()).isEqualTo(recording.id());
        assertThat(tombstone.history().created()).isEqualTo(NOON);
        assertThat(tombstone.toString()).doesNotContain("call-1");
    }

    @Test
    void aDownloadIsCountedAndIsNoRevision() {
        var downloaded = recording.downloaded(NOON.plusSeconds(5)).downloaded(NOON.plusSeconds(7));

        assertThat(downloaded.usage()).isEqualTo(new Usage(2, Optional.of(NOON.plusSeconds(7))));
        assertThat(downloaded.history().updated()).isEqualTo(recording.history().updated());
        assertThat(downloaded.history().revision())
                .isEqualTo(recording.history().revision());
    }

    @Test
    void aChangeMakesARevision() {
        assertThat(new Change(recording, List.of(), List.of(), List.of())
                        .written()
                        .history()
                        .revision())
                .isEqualTo(recording.history().revision() + 1);
    }

    private CallRecording tombstone(Stage stage) {
        return recording.tombstone(new Deletion(NOON, Actor.SWEEP, Reason.RETENTION, 2, List.of(), stage), NOON);
    }

    private static Details details() {
        return new Details(
                Optional.of(new Reference("call-1", Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
