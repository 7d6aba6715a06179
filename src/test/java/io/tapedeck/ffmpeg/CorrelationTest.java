package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

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
