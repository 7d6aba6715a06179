package io.tapedeck.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaveformBuilderTest {
    @Test
    void eachPixelHoldsTheLeastAndGreatestOfEachChannel() {
        var pcm = new short[2 * 128];
        pcm[2 * 3] = 256 * 100;
        pcm[2 * 5 + 1] = -256 * 50;
        pcm[2 * 100] = Short.MIN_VALUE;
        pcm[2 * 101 + 1] = Short.MAX_VALUE;
        var builder = new WaveformBuilder(2, 8000);

        builder.accept(pcm, 128);

        var waveform = builder.build();
        assertThat(waveform.samplesPerPixel()).isEqualTo(64);
        assertThat(waveform.length()).isEqualTo(2);
        assertThat(waveform.peaks()).containsExactly(0, 100, -50, 0, -128, 0, 0, 127);
    }

    @Test
    void theLastPixelMayStandForLess() {
        var builder = new WaveformBuilder(1, 8000);

        builder.accept(new short[65], 65);

        assertThat(builder.build().length()).isEqualTo(2);
    }

    @Test
    void nothingHasNoPixels() {
        assertThat(new WaveformBuilder(1, 8000).build().length()).isZero();
    }

    @Test
    void resolutionIsHalvedAsSoundGrows() {
        var builder = new WaveformBuilder(1, 8000);
        var pcm = new short[64 * 10_000];
        pcm[64 * 9_999] = 256 * 77;
        for (int i = 0; i < 5; i++) {
            builder.accept(pcm, pcm.length);
        }

        var waveform = builder.build();
        assertThat(waveform.samplesPerPixel()).isEqualTo(256);
        assertThat(waveform.length()).isEqualTo(12_500);
        assertThat(waveform.peaks()[2 * 2499 + 1]).isEqualTo((byte) 77);
        assertThat(waveform.peaks()[2 * 12_499 + 1]).isEqualTo((byte) 77);
        assertThat(waveform.peaks()[2 * 2500 + 1]).isZero();
    }

    @Test
    void aDayOfSoundStaysSmall() {
        var builder = new WaveformBuilder(1, 8000);
        var hour = new short[8000 * 3600];
        for (int i = 0; i < 24; i++) {
            builder.accept(hour, hour.length);
        }

        assertThat(builder.build().length()).isBetween(10_000, 20_000);
    }
}
