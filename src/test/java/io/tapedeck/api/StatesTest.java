package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every operation answers in every state that a recording can be in. */
@QuarkusTest
class StatesTest {
    private static final Map<String, Object> IN_PARTS = Map.of("upload", Map.of("multipart", true, "fileSize", 7));

    @Inject
    Api api;

    @Inject
    TestClock clock;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @Test
    void oneThatWaitsForItsAudioHasNone() {
        var id = caller.create(Map.of()).getString("id");

        answers(id, "download", 409, "not-ready");
        answers(id, "generateSecureUrl", 409, "not-ready");
        answers(id, "waveform", 409, "not-ready");
        answers(id, "completeUpload", 409, "conflict");
        answers(id, "retrieveUpload", 200, null);
        answers(id, "listVersions", 200, null);
        answers(id, "update", 200, null);
        answers(id, "delete", 200, null);
    }

    @Test
    void oneThatWaitsForPartsNamesThoseThatDidNotArrive() {
        answers(caller.create(IN_PARTS).getString("id"), "completeUpload", 400, "invalid-request");
    }

    @Test
    void aCompletedOneTakesNoMoreAudio() {
        var id = caller.completed(SampleAudio.TONE_WAV.bytes());

        answers(id, "retrieveUpload", 409, "conflict");
        answers(id, "completeUpload", 409, "conflict");
        answers(id, "download", 200, null);
        answers(id, "generateSecureUrl", 201, null);
        answers(id, "waveform", 200, null);
    }

    @Test
    void aFailedOneSaysWhy() {
        var id = caller.upload("no audio".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
        caller.awaitStatus(id, "failed");

        answers(id, "download", 422, "unprocessable-audio");
        answers(id, "generateSecureUrl", 422, "unprocessable-audio");
        answers(id, "waveform", 422, "unprocessable-audio");
        answers(id, "retrieveUpload", 409, "conflict");
        answers(id, "update", 200, null);
    }

    @Test
    void anExpiredOneKeepsItsAudioToItselfUntilItsExpiryIsMoved() {
        var id = caller.completed(SampleAudio.TONE_WAV.bytes());
        caller.update(id, Map.of("expiresAt", clock.now())).statusCode(200);

        answers(id, "download", 410, "gone");
        answers(id, "generateSecureUrl", 410, "gone");
        answers(id, "waveform", 410, "gone");
        answers(id, "retrieve", 200, null);
        answers(id, "listVersions", 200, null);
        caller.update(id, Map.of("expiresAt", clock.now() + 3600)).statusCode(200);
        answers(id, "download", 200, null);
    }

    private void answers(String id, String operation, int status, String code) {
        var endpoint = Endpoint.all().stream()
                .filter(found -> found.id().equals(operation))
                .findFirst()
                .orElseThrow();
        var answer = endpoint.send(caller.request(), id);

        assertThat(answer.statusCode())
                .as("%s: %s", operation, answer.asString())
                .isEqualTo(status);
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
