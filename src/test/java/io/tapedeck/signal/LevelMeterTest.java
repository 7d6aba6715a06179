package io.tapedeck.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.ffmpeg.Pcm;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LevelMeterTest {
    @Test
    void idleNoiseAndOffsetsAreSilent() {
        assertThat(meter(Pcm.of(8000, 5, t -> 0.3)).isSilent()).isTrue();
        assertThat(meter(Pcm.of(8000, 5, Pcm.tone(440, 0.001))).isSilent()).isTrue();
        assertThat(meter(Pcm.of(8000, 5, Pcm.tone(440, 0.002))).isSilent()).isFalse();
    }

    @Test
    void aClickIsSilentAndAWordIsNot() {
        assertThat(meter(Pcm.of(8000, 5, t -> t == 1 ? 1 : 0)).isSilent()).isTrue();
        assertThat(meter(Pcm.of(
                                8000,
                                5,
                                t -> t > 1 && t < 1.2 ? Pcm.tone(440, 0.1).applyAsDouble(t) : 0))
                        .isSilent())
                .isFalse();
    }

    @Test
    void soundShorterThanABlockCounts() {
        assertThat(meter(Pcm.of(8000, 0.005, Pcm.tone(440, 0.5))).isSilent()).isFalse();
    }

    @Test
    void threeSamplesInARowAtFullScaleAreOneClipping() {
        var pcm = new short[100];
        Arrays.fill(pcm, 10, 12, Short.MAX_VALUE);
        Arrays.fill(pcm, 20, 23, Short.MAX_VALUE);
        Arrays.fill(pcm, 40, 60, Short.MIN_VALUE);
        Arrays.fill(pcm, 90, 100, Short.MAX_VALUE);

        assertThat(meter(pcm).clippings()).isEqualTo(3);
    }

    private static LevelMeter meter(short[] pcm) {
        var meter = new LevelMeter(0, 1, 8000, Short.MAX_VALUE);
        meter.accept(pcm, pcm.length);
        return meter;
    }
}
