package io.tapedeck.analytics;

import static io.tapedeck.analytics.Calls.CLEAN;
import static io.tapedeck.analytics.Calls.ranges;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.analytics.Call.Channel;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.measure.ChannelLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AudioQualityTest {
    private static final List<Range> SPEECH = ranges(0, 10);

    @Test
    void soundWithinTheThresholdsIsGood() {
        assertThat(quality(new ChannelSound(
                        9, false, OptionalDouble.of(-35), OptionalDouble.of(-20), 0.0049, Optional.empty())))
                .extracting(
                        ChannelQuality::clipped, ChannelQuality::noisy, ChannelQuality::dead, ChannelQuality::offCentre)
                .containsExactly(false, false, false, false);
    }

    @Test
    void soundBeyondThemIsNot() {
        var bad = quality(
                new ChannelSound(10, true, OptionalDouble.of(-34.9), OptionalDouble.of(-20), -0.005, Optional.empty()));
        assertThat(bad)
                .extracting(
                        ChannelQuality::clipped, ChannelQuality::noisy, ChannelQuality::dead, ChannelQuality::offCentre)
                .containsExactly(true, true, true, true);
    }

    @Test
    void withoutSpeechNothingIsSaidOfItsDistanceFromTheNoise() {
        var silent = quality(
                new ChannelSound(0, false, OptionalDouble.of(-60), OptionalDouble.empty(), 0, Optional.empty()));
        assertThat(silent.signalToNoise()).isEmpty();
        assertThat(silent.noisy()).isFalse();
    }

    @Test
    void sidesMoreThanTenDecibelsApartAreUneven() {
        assertThat(dual(level(-20), level(-30)).uneven()).isFalse();
        assertThat(dual(level(-20), level(-30)).levelDifference()).hasValue(10);
        assertThat(dual(level(-30.5), level(-20)).uneven()).isTrue();
    }

    @Test
    void aSideOnWhichNobodySpeaksWhileTheOtherDoesIsOneWayAudio() {
        assertThat(quality(ChannelLayout.DUAL, new Channel(SPEECH, CLEAN), new Channel(List.of(), CLEAN))
                        .silentSides())
                .containsExactly(1);
        assertThat(quality(ChannelLayout.DUAL, new Channel(List.of(), CLEAN), new Channel(List.of(), CLEAN))
                        .silentSides())
                .isEmpty();
        assertThat(quality(ChannelLayout.DUPLICATED, new Channel(SPEECH, CLEAN), new Channel(List.of(), CLEAN))
                        .silentSides())
                .isEmpty();
    }

    @Test
    void theThresholdsThatWereUsedAreThere() {
        assertThat(quality(ChannelLayout.MONO, new Channel(SPEECH, CLEAN)).thresholds())
                .isEqualTo(new Thresholds(10, 15, -60, 0.005, 10));
    }

    private static ChannelSound level(double speech) {
        return new ChannelSound(0, false, OptionalDouble.of(-70), OptionalDouble.of(speech), 0, Optional.empty());
    }

    private static ChannelQuality quality(ChannelSound sound) {
        return quality(ChannelLayout.MONO, new Channel(SPEECH, sound))
                .channels()
                .getFirst();
    }

    private static AudioQuality dual(ChannelSound one, ChannelSound other) {
        return quality(ChannelLayout.DUAL, new Channel(SPEECH, one), new Channel(SPEECH, other));
    }

    private static AudioQuality quality(ChannelLayout layout, Channel... channels) {
        return AudioQuality.of(
                new Call(60, Optional.of(layout), List.of(channels), Map.of(), Optional.empty(), List.of(), List.of()));
    }
}
