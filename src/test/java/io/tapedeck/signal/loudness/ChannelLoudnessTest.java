package io.tapedeck.signal.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.signal.SampleFrames;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What BS.1770, and EBU Tech 3341 and 3342, say of sines; one channel has half the power of the two that they are about. */
class ChannelLoudnessTest {
    private static final int RATE = 48_000;

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 16_000, 44_100, 48_000, 96_000})
    void aSineIsAsLoudAsItsPowerAtAnySampleRate(int rate) {
        assertThat(of(rate, 20, sine(997, -20)).integrated()).isCloseTo(-23, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"20, -37.0", "100, -24.8", "500, -23.7", "2000, -20.6", "3000, -19.9", "8000, -19.7", "12000, -19.7"})
    void whatIsLowCountsLessAndWhatIsHighCountsMore(double hertz, double loudness) {
        assertThat(of(RATE, 20, sine(hertz, -20)).integrated()).isCloseTo(loudness, within(0.1));
    }

    @Test
    void pausesDoNotCount() {
        var tone = sine(997, -20);

        var loudness = of(RATE, 40, t -> t < 10 ? tone.applyAsDouble(t) : 0).integrated();

        assertThat(loudness).isCloseTo(-23, within(0.1));
    }

    @Test
    void theRangeIsFromTheSoftToTheLoud() {
        var loud = sine(997, -20);
        var soft = sine(997, -30);

        assertThat(of(RATE, 40, t -> t < 20 ? loud.applyAsDouble(t) : soft.applyAsDouble(t))
                        .range())
                .isCloseTo(10, within(0.2));
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 48_000, 96_000})
    void thePeakOfASineLiesBetweenSamplesThatAreAllThreeDecibelsLower(int rate) {
        var sine = of(rate, 2, t -> 0.5 * Math.sin(2 * Math.PI * rate / 4.0 * t + Math.PI / 4) * Math.min(1, t));

        assertThat(sine.truePeak().orElseThrow()).isCloseTo(-6, within(0.1));
    }

    @Test
    void aPeakInWhatIsOtherwiseLoudIsFoundWhereverItIs() {
        for (var at : new double[] {0.01, 0.5, 0.9213, 1.99}) {
            var loudness = of(RATE, 2, t -> Math.abs(t - at) < 0.005 ? 0.8 : 0.4 * Math.sin(2 * Math.PI * 300 * t));

            assertThat(loudness.truePeak().orElseThrow()).isBetween(-1.95, 0.0);
        }
    }

    @Test
    void inSilenceThereIsNone() {
        assertThat(of(RATE, 5, t -> 0).truePeak()).isEmpty();
        assertThat(of(RATE, 5, t -> 0).integrated()).isEqualTo(-70);
        assertThat(of(RATE, 5, t -> 0).range()).isZero();
    }

    @Test
    void whatIsShorterThanAWindowHasNoLoudnessButAPeak() {
        var loudness = of(RATE, 0.3, sine(997, -20));

        assertThat(loudness.integrated()).isEqualTo(-70);
        assertThat(loudness.truePeak().orElseThrow()).isCloseTo(-20, within(0.1));
    }

    @Test
    void eachOfTwoChannelsIsItsOwnHoweverTheyComeIn() {
        var pcm = new short[2 * 10 * RATE];
        var tone = sine(997, -20);
        for (int i = 0; i < pcm.length / 2; i++) {
            pcm[2 * i + 1] = (short) Math.round(32_768 * tone.applyAsDouble(i / (double) RATE));
        }
        var first = new ChannelLoudness(RATE);
        var second = new ChannelLoudness(RATE);
        var left = new SampleFrames(0, 2, RATE, first::accept);
        var right = new SampleFrames(1, 2, RATE, second::accept);
        var piece = new short[2 * 777];
        for (int from = 0; from < pcm.length; from += piece.length) {
            var count = Math.min(piece.length, pcm.length - from);
            System.arraycopy(pcm, from, piece, 0, count);
            left.accept(piece, count / 2);
            right.accept(piece, count / 2);
        }
        left.end();
        right.end();

        assertThat(first.loudness().truePeak()).isEmpty();
        assertThat(second.loudness()).isEqualTo(of(RATE, 10, tone));
    }

    private static DoubleUnaryOperator sine(double hertz, double decibels) {
        var amplitude = Math.pow(10, decibels / 20);
        return t -> amplitude * Math.sin(2 * Math.PI * hertz * t);
    }

    private static Loudness of(int rate, double seconds, DoubleUnaryOperator sound) {
        var pcm = new short[(int) (rate * seconds)];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) Math.round(32_768 * sound.applyAsDouble(i / (double) rate));
        }
        var meter = new ChannelLoudness(rate);
        var frames = new SampleFrames(0, 1, rate, meter::accept);
        frames.accept(pcm, pcm.length);
        frames.end();
        return meter.loudness();
    }
}
