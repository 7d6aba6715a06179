package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that another system drops: audio, and what was said beside it. */
@QuarkusTest
@TestProfile(DroppedCalls.class)
class DroppedCallsTest {
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();
    private static final int MANY = 8;

    @Inject
    Api api;

    @Inject
    Bucket bucket;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @Test
    void whatWasSaidIsTheTranscriptOfItsCall() throws IOException {
        bucket.put(analysis(0), contactLens());
        bucket.put(audio(0), DIALOGUE);
        awaitTranscripts(1);

        var id = caller.request().get("/v1/recordings").jsonPath().getString("items[0].id");
        var transcript =
                caller.request().get("/v1/recordings/{id}/transcript", id).jsonPath();
        assertThat(transcript.getString("engine")).isEqualTo("amazon-contact-lens");
        assertThat(transcript.getString("language")).isEqualTo("en-US");
        assertThat(transcript.getList("speakers.role")).containsExactly("customer", "agent");
        assertThat(transcript.getString("text")).startsWith("Okay.\nJust hello, my name is Maria.");
        assertThat(caller.retrieve(id).getLong("startTime")).isEqualTo(1_772_357_400L);
        assertThat(bucket.objects("uploads/" + caller.tenant())).isEmpty();
    }

    @Test
    void ofManyThatComeAtOnceEachGetsItsOwn() throws IOException {
        var document = contactLens();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < MANY; i++) {
                var call = i;
                threads.execute(() -> bucket.put(audio(call), DIALOGUE));
                threads.execute(() -> bucket.put(analysis(call), document));
            }
        }

        awaitTranscripts(MANY);
        await().atMost(Caller.PATIENCE)
                .until(() -> bucket.objects("uploads/" + caller.tenant()).isEmpty());
        assertThat(bucket.objects("rejected/" + caller.tenant())).isEmpty();
    }

    private void awaitTranscripts(int expected) {
        await().atMost(Caller.PATIENCE).untilAsserted(() -> {
            var list = caller.request().get("/v1/recordings").jsonPath();
            assertThat(list.getList("items.status")).hasSize(expected).containsOnly("completed");
            assertThat(IntStream.range(0, expected))
                    .allSatisfy(i -> assertThat(caller.request()
                                    .get("/v1/recordings/{id}/transcript", list.getString("items[" + i + "].id"))
                                    .statusCode())
                            .isEqualTo(200));
        });
    }

    private String audio(int call) {
        return "uploads/%s/calls/call-%d_20260301T09:30_UTC.wav".formatted(caller.tenant(), call);
    }

    private String analysis(int call) {
        return "uploads/%s/analysis/call-%d_analysis_2026-03-01T09:33:16Z.json".formatted(caller.tenant(), call);
    }

    private static byte[] contactLens() throws IOException {
        try (var file = DroppedCallsTest.class.getResourceAsStream("/drops/contact-lens.json")) {
            return file.readAllBytes();
        }
    }
}
