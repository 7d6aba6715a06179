package io.tapedeck.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final RecordingId ID = new RecordingId(Ulid.first(1));

    @Test
    void keysLieUnderTenantAndRecording() {
        assertThat(ObjectKey.upload(ACME, ID)).hasToString("uploads/acme/" + ID);
        assertThat(ObjectKey.audio(ACME, ID, 12, Format.M4A)).hasToString("audio/acme/" + ID + "/v12.m4a");
        assertThat(ObjectKey.waveform(ACME, ID, 1)).hasToString("documents/acme/" + ID + "/v1.waveform.json");
    }

    @Test
    void theirPrefixesReachAllOfThem() {
        var prefixes = ObjectKey.prefixes(ACME, ID);

        for (var key : new ObjectKey[] {
            ObjectKey.upload(ACME, ID), ObjectKey.audio(ACME, ID, 1, Format.WAV), ObjectKey.waveform(ACME, ID, 1)
        }) {
            assertThat(prefixes).anyMatch(key.value()::startsWith);
        }
        assertThat(prefixes).allMatch(prefix -> prefix.contains("/acme/" + ID));
    }

    @Test
    void anUploadTellsItsTenantAndName() {
        var key = new ObjectKey("uploads/acme/2026/call 1.wav");

        assertThat(key.uploadingTenant()).contains(ACME);
        assertThat(key.uploadName()).isEqualTo("2026/call 1.wav");
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
