package io.tapedeck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Masking.Mask;
import io.tapedeck.audio.Masking.Style;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingPlanTest {
    private static final AudioMeasures TEN_SECONDS = new AudioMeasures(
            Format.MP3,
            "mp3",
            16_000,
            64,
            2,
            10,
            Quality.MEDIUM,
            new Loudness(-20, 3, Optional.of(-1.0)),
            Optional.of(ChannelLayout.DUAL),
            List.of(1.0, 1.0),
            List.of(),
            Optional.empty());

    @Test
    void theResultIsWrittenAsTheAudioIs() {
        var plan = masking(Style.BEEP, range(1, 2)).plan(TEN_SECONDS);

        assertThat(plan)
                .isEqualTo(new Plan.Feasible(new Encoding(Format.MP3, Codec.MP3, 16_000, 2, Optional.of(64.0))));
    }

    @ParameterizedTest
    @CsvSource({"9, 10.002", "10, 10.001", "11, 12"})
    void nothingBeyondTheEndIsMasked(double start, double end) {
        assertThat(code(masking(Style.SILENCE, range(start, end)))).isEqualTo("beyond-end");
    }

    @Test
    void aMaskMayEndAMillisecondLater() {
        var masking = masking(Style.DELETION, range(9, 10.001), range(1, 2), range(1.5, 3));

        assertThat(masking.plan(TEN_SECONDS)).isInstanceOf(Plan.Feasible.class);
        assertThat(masking.removed(10)).containsExactly(new Range(1, 3), new Range(9, 10));
    }

    @Test
    void allCanBeMaskedButNotDeleted() {
        assertThat(code(masking(Style.DELETION, range(0, 6), range(5, 10)))).isEqualTo("nothing-left");
        assertThat(masking(Style.SILENCE, range(0, 10)).plan(TEN_SECONDS)).isInstanceOf(Plan.Feasible.class);
    }

    @Test
    void aChannelThatIsNotThereIsNotMasked() {
        var masking = masking(Style.SILENCE, new Mask(new Range(1, 2), Set.of(2)));

        assertThat(code(masking)).isEqualTo("no-such-channel");
    }

    @Test
    void eachChannelHasItsOwn() {
        var masking = masking(Style.SILENCE, new Mask(new Range(1, 2), Set.of(1)), range(2, 3));

        assertThat(masking.on(0)).containsExactly(new Range(2, 3));
        assertThat(masking.on(1)).containsExactly(new Range(1, 3));
        assertThat(masking.removed(10)).isEmpty();
    }

    private static Mask range(double start, double end) {
        return new Mask(new Range(start, end), Set.of());
    }

    private static Masking masking(Style style, Mask... masks) {
        return new Masking(style, Arrays.asList(masks));
    }

    private static String code(Masking masking) {
        return ((Plan.Infeasible) masking.plan(TEN_SECONDS)).failure().code();
    }
}
