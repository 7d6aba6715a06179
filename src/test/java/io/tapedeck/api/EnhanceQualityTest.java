package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audio that is made better. */
@QuarkusTest
class EnhanceQualityTest {
    @Inject
    Api api;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @Test
    void aRealCallIsBroughtToTheUsualLoudness() {
        var id = caller.completed(Audio.realCall());

        var enhanced = caller.done(id, "enhance", Map.of());

        assertThat(enhanced.getDouble("loudness.integrated")).isCloseTo(-16, within(0.5));
        assertThat(enhanced.getBoolean("volumeNormalization")).isTrue();
        assertThat(enhanced.getBoolean("silenceRemoval")).isFalse();
        assertThat(enhanced.getDouble("duration")).isCloseTo(245.38, within(0.01));
    }

    @Test
    void theJobSaysHowItWasAndHowItIs() {
        var id = caller.completed(Audio.realCall());
        var before = caller.retrieve(id);

        var job = caller.done(id, "enhance", Map.of("volumeNormalization", Map.of("loudness", -23)));

        assertThat(job.getInt("job.result.version")).isEqualTo(2);
        assertThat(job.getDouble("job.result.before.loudness"))
                .isCloseTo(before.getDouble("loudness.integrated"), within(0.2));
        assertThat(job.getDouble("job.result.after.loudness")).isCloseTo(-23, within(0.5));
        assertThat(job.<String, Object>getMap("job.result.after"))
                .containsKeys("loudness", "truePeak", "noiseFloor", "signalToNoise");
        assertThat(job.getBoolean("noiseReduction")).isFalse();
    }

    @Test
    void longSilenceIsShortenedAndListed() {
        var id = caller.completed(SampleAudio.ONE_SIDED_WAV.bytes());

        var enhanced = caller.done(id, "enhance", Map.of("silenceRemoval", true));

        assertThat(enhanced.getDouble("duration")).isLessThan(7);
        assertThat(enhanced.getBoolean("silenceRemoval")).isTrue();
        assertThat(enhanced.<Map<String, Number>>getList("job.result.removed"))
                .isNotEmpty()
                .allSatisfy(range -> assertThat(range.get("end").doubleValue())
                        .isGreaterThan(range.get("start").doubleValue()));
    }
}
