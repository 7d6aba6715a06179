package io.tapedeck.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.ffmpeg.Pcm;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceActivityTest {
    private final Random random = new Random(7);

    @Test
    void silenceIsNoSpeech() {
        assertThat(seconds(8000, 30, t -> 0)).isZero();
    }

    @Test
    void nothingIsNoSpeech() {
        assertThat(seconds(8000, 0, t -> 0)).isZero();
        assertThat(seconds(8000, 0.001, t -> 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.1, 0.3})
    void steadyNoiseIsNoSpeech(double amplitude) {
        assertThat(seconds(8000, 30, noise(amplitude))).isZero();
    }

    @Test
    void burstsOfNoiseAreNoSpeech() {
        var noise = noise(0.2);
        assertThat(seconds(8000, 30, t -> t % 3 < 1 ? noise.applyAsDouble(t) : 0))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 120, 440, 1000, 3000})
    void aSteadyToneIsNoSpeech(int hertz) {
        assertThat(seconds(8000, 30, Pcm.tone(hertz, 0.3))).isZero();
        assertThat(seconds(48_000, 10, Pcm.tone(hertz, 0.3))).isZero();
    }

    @Test
    void ringingIsNoSpeech() {
        assertThat(seconds(8000, 30, t -> t % 6 < 2 ? twoTones(440, 480, t) : 0))
                .isZero();
    }

    @Test
    void keypadTonesAreNoSpeech() {
        assertThat(seconds(8000, 30, t -> t % 0.2 < 0.1 ? twoTones(697, 1209, t) : 0))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 16_000, 44_100, 48_000})
    void aVoiceIsMeasuredAtAnySampleRate(int rate) {
        assertThat(seconds(rate, 20, t -> t > 3 && t < 9 ? Pcm.voice(0.2).applyAsDouble(t) : 0))
                .isCloseTo(6, within(0.3));
    }

    @Test
    void aVoiceInNoiseIsMeasured() {
        var noise = noise(0.01);
        assertThat(seconds(
                        8000,
                        30,
                        t -> (t > 10 && t < 20 ? Pcm.voice(0.2).applyAsDouble(t) : 0) + noise.applyAsDouble(t)))
                .isCloseTo(10, within(0.5));
    }

    @Test
    void noiseThatSetsInIsLearned() {
        var noise = noise(0.02);
        assertThat(seconds(
                        8000,
                        40,
                        t -> (t > 10 ? noise.applyAsDouble(t) : 0)
                                + (t > 25 && t < 30 ? Pcm.voice(0.3).applyAsDouble(t) : 0)))
                .isCloseTo(5, within(0.5));
    }

    @Test
    void shortPausesBelongToSpeechAndLongOnesDoNot() {
        var voice = Pcm.voice(0.3);
        assertThat(seconds(8000, 12, t -> t > 2 && t < 8 && t % 1 < 0.8 ? voice.applyAsDouble(t) : 0))
                .isCloseTo(5.8, within(0.3));
        assertThat(seconds(8000, 12, t -> t > 2 && t < 8 && t % 2 < 1 ? voice.applyAsDouble(t) : 0))
                .isCloseTo(3, within(0.3));
    }

    @Test
    void anOffsetIsNoSound() {
        assertThat(seconds(8000, 20, t -> 0.2)).isZero();
    }

    private static double seconds(int rate, double length, DoubleUnaryOperator sound) {
        var samples = Pcm.of(rate, length, sound);
        var voice = new VoiceActivity(0, 1, rate, -50);
        voice.accept(samples, samples.length);
        return voice.seconds();
    }

    private DoubleUnaryOperator noise(double amplitude) {
        return t -> amplitude * random.nextGaussian();
    }

    private static double twoTones(double first, double second, double t) {
        return Pcm.tone(first, 0.2).applyAsDouble(t) + Pcm.tone(second, 0.2).applyAsDouble(t);
    }
}
