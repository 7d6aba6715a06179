package io.tapedeck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Format;
import io.tapedeck.audio.Trim;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.Job;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final StorageName GCS = new StorageName("gcs");
    private static final RecordingId ID = new RecordingId(Ulid.first(Instant.ofEpochMilli(1)));

    private static final Job INGEST =
            Job.ingest(new JobId(Ulid.first(Instant.ofEpochMilli(2))), ACME, ID, Actor.UPLOAD, Instant.EPOCH);
    private static final Job TRIM = Job.of(
            new JobId(Ulid.first(Instant.ofEpochMilli(3))),
            ACME,
            ID,
            new Trim(Optional.of(1.0), Optional.empty(), List.of()),
            List.of(),
            Actor.UPLOAD,
            Instant.EPOCH);

    @Test
    void keysLieUnderTenantAndRecording() {
        assertThat(ObjectKey.upload(ACME, ID)).hasToString("uploads/acme/" + ID);
        assertThat(INGEST.result(3, Format.M4A)).hasToString("audio/acme/" + ID + "/v1.m4a");
        assertThat(INGEST.result(3, Format.M4A).waveform()).hasToString("documents/acme/" + ID + "/v1.waveform.json");
    }

    @Test
    void noAttemptAtATaskWritesWhereAnotherDoes() {
        var first = TRIM.result(1, Format.OGG);

        assertThat(first).hasToString("audio/acme/" + ID + "/00000000030000000000000000-1.ogg");
        assertThat(TRIM.result(2, Format.OGG)).isNotEqualTo(first);
        assertThat(TRIM.result(2, Format.OGG).waveform()).isNotEqualTo(first.waveform());
    }

    @Test
    void theirPrefixesReachAllOfThem() {
        var made = TRIM.result(1, Format.WAV);

        assertThat(KeyPrefix.of(ObjectKey.upload(ACME, ID)).holds("uploads/acme/" + ID))
                .isTrue();
        assertThat(KeyPrefix.audio(ACME, ID).holds(made.value())).isTrue();
        assertThat(KeyPrefix.documents(ACME, ID).holds(made.waveform().value())).isTrue();
        assertThat(KeyPrefix.exports(ACME, ID)).hasToString("exports/acme/" + ID + "/");
    }

    @Test
    void anUploadTellsItsTenantAndName() {
        var key = new ObjectKey("uploads/acme/2026/call 1.wav");

        assertThat(key.uploadingTenant()).contains(ACME);
        assertThat(key.uploadName()).isEqualTo("2026/call 1.wav");
    }

    @Test
    void aFileThatWasAdoptedLiesBesideTheUploads() {
        var key = ObjectKey.adopted(ACME, ID);

        assertThat(key.isAdopted()).isTrue();
        assertThat(key.uploadedRecording()).contains(ID);
        assertThat(ObjectKey.upload(ACME, ID).isAdopted()).isFalse();
        assertThat(ObjectKey.upload(ACME, ID).uploadedRecording()).contains(ID);
        assertThat(new ObjectKey("uploads/acme/call.adopted").isAdopted()).isFalse();
    }

    @Test
    void aKeyOfTheGreatestLengthCanBeRejectedToo() {
        var longest = new ObjectKey("uploads/" + "é".repeat(508));

        assertThat(new ObjectKey("uploads/x/y.wav").rejected()).hasToString("rejected/x/y.wav");
        assertThat(longest.rejected().value().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
        assertThat(longest.rejected().value()).startsWith("rejected/éé");
    }

    @Test
    void aKeyNamesTheStorageThatItLiesIn() {
        var there = ObjectKey.audio(ACME, ID, "v1", Format.WAV).in(Optional.of(GCS));

        assertThat(there).hasToString("gcs:audio/acme/" + ID + "/v1.wav");
        assertThat(there.value()).isEqualTo("audio/acme/" + ID + "/v1.wav");
        assertThat(there.tenant()).isEqualTo(ACME);
        assertThat(there.in(Optional.empty())).hasToString("audio/acme/" + ID + "/v1.wav");
        assertThat(there).isNotEqualTo(there.in(Optional.empty()));
        assertThat(KeyPrefix.of(there)).isEqualTo(new KeyPrefix(Optional.of(GCS), there.value()));
    }

    @Test
    void whatBelongsToAudioLiesInTheSameStorage() {
        var there = ObjectKey.audio(ACME, ID, "v1", Format.WAV).in(Optional.of(GCS));

        assertThat(there.waveform()).hasToString("gcs:documents/acme/" + ID + "/v1.waveform.json");
        assertThat(there.kept()).hasToString("gcs:audio/acme/" + ID + "/kept-v1.wav");
        assertThat(there.kept().isKept()).isTrue();
        assertThat(there.kept().unkept()).isEqualTo(there);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audio/acme/rec_1/v1.wav",
                "uploads/acme/call 10:30.wav",
                "uploads/acme/2026:11:29/gcs:call.wav",
                "uploads/acme/s3:audio/x.wav",
                "10:30/call.wav",
                "Gcs:audio/acme/x.wav",
                "gcs:call.wav",
                "call.wav",
                ":/x",
                ":",
                ""
            })
    void aKeyWithoutAStorageIsReadAsItWasWritten(String name) {
        assertThat(ObjectKey.parse(new ObjectKey(name).toString())).isEqualTo(new ObjectKey(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"audio/acme/rec_1/v1.wav", "documents/acme/rec_1/10:30.json", "shares/acme/rec_1/gcs:x/y.wav"})
    void aKeyWithAStorageIsReadAsItWasWritten(String name) {
        for (var storage : List.of(GCS, new StorageName("cloudflare-r2"), new StorageName("a"), StorageName.OWN)) {
            var key = new ObjectKey(Optional.of(storage), name);

            assertThat(ObjectKey.parse(key.toString())).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uploads/acme",
                "uploads/ACME/x",
                "uploads/../x",
                "uploads//x",
                "audio/acme/x",
                "/uploads/acme/x",
                "",
                "uploads"
            })
    void whatLiesElsewhereIsNobodysUpload(String key) {
        assertThat(new ObjectKey(key).uploadingTenant()).isEmpty();
    }
}
