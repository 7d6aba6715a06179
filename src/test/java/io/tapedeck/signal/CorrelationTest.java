package io.tapedeck.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.ffmpeg.Pcm;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    private final Random random = new Random(3);

    @Test
    void softerAndShiftedByAnOffsetIsTheSame() {
        assertThat(coefficient(sample -> sample / 3 + 500)).isCloseTo(1, within(0.001));
    }

    @Test
    void upsideDownIsTheSameButForItsSign() {
        assertThat(coefficient(sample -> -sample)).isCloseTo(-1, within(0.001));
    }

    @Test
    void somethingElseIsNot() {
        assertThat(coefficient(sample -> random.nextInt(-9000, 9000))).isCloseTo(0, within(0.05));
    }

    @Test
    void silenceIsLikeNothing() {
        assertThat(coefficient(sample -> 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 16_000, 44_100, 48_000})
    void laterIsTheSame(int rate) {
        for (int later : new int[] {1, -1, rate / 200, rate * 3 / 100, -rate * 3 / 100}) {
            assertThat(shifted(rate, later, 1)).as("%d samples", later).isCloseTo(1, within(0.01));
            assertThat(shifted(rate, later, -0.3)).as("%d samples", later).isCloseTo(-1, within(0.01));
        }
    }

    @Test
    void soundOnOneSideIsLikeNothing() {
        assertThat(shifted(8000, 10, 0)).isZero();
    }

    @Test
    void levelsAreCompared() {
        var pcm = new short[] {1000, 100, -1000, -100, 1000, 100};
        var correlation = new Correlation(8000);
        correlation.accept(pcm, 3);

        assertThat(correlation.coefficient()).isCloseTo(1, within(0.001));
        assertThat(correlation.levelDifference()).isCloseTo(20, within(0.001));
    }

    private static double shifted(int rate, int later, double gain) {
        var sound = Pcm.of(rate, 2.5, t -> t > 0.1 && t < 2.4 ? Pcm.voice(0.3).applyAsDouble(t) : 0);
        var pcm = new short[2 * sound.length];
        for (int i = 0; i < sound.length; i++) {
            pcm[2 * i] = sound[i];
            var origin = i - later;
            pcm[2 * i + 1] = origin < 0 || origin >= sound.length ? 0 : (short) (gain * sound[origin]);
        }
        var correlation = new Correlation(rate);
        correlation.accept(pcm, sound.length);
        return correlation.coefficient();
    }

    private double coefficient(IntUnaryOperator second) {
        var pcm = new short[20_000];
        for (int i = 0; i < pcm.length; i += 2) {
            pcm[i] = (short) random.nextInt(-9000, 9000);
            pcm[i + 1] = (short) second.applyAsInt(pcm[i]);
        }
        var correlation = new Correlation(8000);
        correlation.accept(pcm, pcm.length / 2);
        return correlation.coefficient();
    }
}
