package io.tapedeck.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.Pcm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechRangesTest {
    private static final double CLOSE = 0.2;

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 16_000, 44_100, 48_000})
    void speechIsFoundWhereItIs(int rate) {
        var samples = Pcm.of(
                rate,
                120,
                t -> t > 3 && t < 9 || t > 100 && t < 104 ? Pcm.voice(0.2).applyAsDouble(t) : 0);
        var ranges = new SpeechRanges(0, 1, rate, -50);
        ranges.accept(samples, samples.length);
        var found = ranges.ranges();
        assertThat(found.getFirst().start()).isCloseTo(3, within(CLOSE));
        assertThat(found.getLast().start()).isCloseTo(100, within(CLOSE));
        assertThat(found.getLast().end()).isCloseTo(104, within(CLOSE));
        assertThat(found.stream().mapToDouble(Range::length).sum()).isCloseTo(10, within(2 * CLOSE));
    }

    @Test
    void speechThatGoesOnToTheEndIsFound() {
        var samples = Pcm.of(8000, 5, t -> t > 3 ? Pcm.voice(0.2).applyAsDouble(t) : 0);
        var ranges = new SpeechRanges(0, 1, 8000, -50);
        ranges.accept(samples, samples.length);
        assertThat(ranges.ranges().getLast().end()).isCloseTo(5, within(CLOSE));
    }

    @Test
    void inSilenceThereIsNone() {
        var ranges = new SpeechRanges(0, 1, 8000, -50);
        ranges.accept(new short[80_000], 80_000);
        assertThat(ranges.ranges()).isEmpty();
    }
}
