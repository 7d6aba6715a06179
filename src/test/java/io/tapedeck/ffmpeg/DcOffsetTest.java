package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Enhancement.Normalization;
import io.tapedeck.audio.Enhancement.SilenceRemoval;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Warning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DcOffsetTest {
    private static final Enhancement TO_VOLUME =
            new Enhancement(Optional.empty(), Optional.of(Normalization.USUAL), Optional.empty());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0.05, 0.05", "0.4, 0", "-0.2, 0.01"})
    void aCallOffCentreIsMeasuredAsWithout(double first, double second) {
        var without = Measuring.measures(call(0, 0));

        var measures = Measuring.measures(call(first, second));

        assertThat(measures.warnings()).extracting(Warning::code).containsExactly(Warning.Code.DC_OFFSET);
        assertIsLike(measures.loudness(), without.loudness());
        assertThat(measures.speech()).isEqualTo(without.speech());
    }

    @Test
    void theWarningSaysHowFarAndWhere() {
        assertThat(Measuring.measures(call(0, -0.05)).warnings())
                .containsExactly(new Warning(
                        Warning.Code.DC_OFFSET,
                        "The sound has a DC offset of up to 5.0 % of full scale on channel 1."));
    }

    @Test
    void lessThanHalfAPercentIsNotWorthAWarning() {
        assertThat(Measuring.warnings(call(0.004, -0.004))).isEmpty();
        assertThat(Measuring.warnings(call(0.006, 0))).containsExactly(Warning.Code.DC_OFFSET);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.05", "0.4, 0", "0.003, -0.003"})
    void enhancedItIsAsTheCallWithoutIt(double first, double second) {
        var without = Producing.produced(TO_VOLUME, folder, call(0, 0));

        var enhanced = Producing.produced(TO_VOLUME, folder, call(first, second));

        assertIsCentred(enhanced);
        assertThat(enhanced.measures().loudness().integrated()).isCloseTo(-16, within(0.5));
        assertThat(enhanced.measures().speech()).isEqualTo(without.measures().speech());
        assertThat(enhanced.measures().seconds()).isEqualTo(10);
        for (int i = 0; i < 2; i++) {
            assertThat(Samples.of(enhanced.file())
                            .channel(i)
                            .correlation(Samples.of(without.file()).channel(i)))
                    .isGreaterThan(0.99);
        }
    }

    @Test
    void anOffsetThatBeginsMidwayGoesToo() {
        var file = folder.resolve("midway.wav");
        SampleAudio.ffmpeg("-i", call(0, 0).toString(), "-af", "aeval=val(ch)+0.1*gte(t\\,5):c=same", file.toString());

        var enhanced = Producing.produced(TO_VOLUME, folder, file);

        assertThat(enhanced.measures().warnings()).isEmpty();
        var sound = Samples.of(enhanced.file());
        assertThat(sound.from(8_000, 32_000).mean(1)).isCloseTo(0, within(2e-3));
        assertThat(sound.from(48_000, 80_000).mean(1)).isCloseTo(0, within(2e-3));
    }

    @Test
    void silenceOffCentreIsSilence() {
        var cutting =
                new Enhancement(Optional.empty(), Optional.empty(), Optional.of(new SilenceRemoval(-45, 1.5, 0.5)));
        var without = Producing.produced(cutting, folder, paused(0));

        var cut = Producing.produced(cutting, folder, paused(0.05));

        assertThat(cut.measures().seconds()).isEqualTo(without.measures().seconds());
        assertThat(cut.result().removed()).isEqualTo(without.result().removed());
        assertIsCentred(cut);
    }

    @Test
    void itIsTakenOutThoughNothingElseIsToBeDone() {
        var loud = folder.resolve("loud.wav");
        SampleAudio.ffmpeg("-i", call(0, 0).toString(), "-af", "volume=16dB", loud.toString());
        var leveled = Producing.produced(TO_VOLUME, folder, loud).file();
        var off = folder.resolve("off.wav");
        SampleAudio.ffmpeg("-i", leveled.toString(), "-af", "aeval=val(ch)+0.05:c=same", off.toString());

        var enhanced = Producing.produced(TO_VOLUME, folder, off);

        assertIsCentred(enhanced);
        assertThat(enhanced.result().notes()).contains("The DC offset was removed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off.mp3", "off.flac"})
    void itIsTakenOutOfEveryFormat(String name) {
        var file = folder.resolve(name);
        SampleAudio.ffmpeg("-i", call(0.05, -0.03).toString(), file.toString());

        assertThat(Measuring.warnings(file)).containsExactly(Warning.Code.DC_OFFSET);
        assertIsCentred(Producing.produced(TO_VOLUME, folder, file));
    }

    @Test
    void itIsFoundWhereItIsNotKnown() {
        var file = call(0.05, 0.05);
        var known = new AudioInput(Measuring.unsigned(Measuring.measures(file)), () -> Files.newInputStream(file));

        assertThat(Producing.production(TO_VOLUME, folder, List.of(known)))
                .isInstanceOfSatisfying(Produced.class, DcOffsetTest::assertIsCentred);
    }

    private static void assertIsCentred(Produced produced) {
        var sound = Samples.of(produced.file());
        for (int i = 0; i < sound.count(); i++) {
            assertThat(sound.mean(i)).isCloseTo(0, within(5e-4));
        }
        assertThat(produced.measures().warnings()).isEmpty();
    }

    private static void assertIsLike(Loudness found, Loudness expected) {
        assertThat(found.integrated()).isCloseTo(expected.integrated(), within(0.11));
        assertThat(found.range()).isCloseTo(expected.range(), within(0.21));
        assertThat(found.truePeak().orElseThrow()).isCloseTo(expected.truePeak().orElseThrow(), within(0.11));
    }

    /** A call with three seconds of silence. */
    private Path paused(double offset) {
        var file = folder.resolve("paused_%s.wav".formatted(offset));
        var filters = "volume=0:enable=between(t\\,3\\,6),aeval=val(ch)+%s:c=same".formatted(offset);
        SampleAudio.ffmpeg("-i", SampleAudio.DIALOGUE_WAV.path().toString(), "-af", filters, file.toString());
        return file;
    }

    /** A soft call with an offset on each channel. */
    private Path call(double first, double second) {
        var file = folder.resolve("call_%s_%s.wav".formatted(first, second));
        SampleAudio.ffmpeg(
                "-i",
                SampleAudio.DIALOGUE_WAV.path().toString(),
                "-af",
                "volume=-16dB:precision=double,aeval=val(0)+%s|val(1)+%s:c=same".formatted(first, second),
                file.toString());
        return file;
    }
}
