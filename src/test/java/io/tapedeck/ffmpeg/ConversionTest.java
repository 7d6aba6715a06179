package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Plan;
import io.tapedeck.audio.Plan.Infeasible;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {
    @TempDir
    Path folder;

    static Stream<Arguments> pairs() {
        return Format.WRITTEN.stream()
                .flatMap(format -> Codec.ON_OFFER.stream()
                        .filter(codec -> codec.formats().contains(format))
                        .map(codec -> Arguments.of(format, codec)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyCodecGoesIntoEachOfItsContainers(Format format, Codec codec) {
        var source = SampleAudio.DIALOGUE_WAV.path();

        var produced = Producing.produced(to(format, codec), folder, source);

        var found = Measuring.measures(produced.file());
        assertThat(produced.measures())
                .usingRecursiveComparison()
                .ignoringFields("loudness", "speech", "signal.value.offsets")
                .isEqualTo(found);
        assertThat(found.format()).isEqualTo(format);
        assertThat(found.codec()).isEqualTo(codec.toString());
        assertThat(found.warnings()).isEmpty();
        var rate = codec == Codec.OPUS ? 48_000 : 8000;
        var samples = Samples.of(produced.file());
        assertThat(samples.length()).isEqualTo(10 * rate);
        assertThat(samples.correlation(Samples.of(source, rate))).isGreaterThan(codec.isExact() ? 0.9999 : 0.95);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DIALOGUE_S24_WAV", "DIALOGUE_MULAW_WAV", "DIALOGUE_RF64_WAV", "DIALOGUE_MP3", "DIALOGUE_BARE_MP3",
                "DIALOGUE_OPUS_OGG", "DIALOGUE_VORBIS_OGG", "DIALOGUE_FLAC_OGG", "DIALOGUE_AAC_M4A",
                        "DIALOGUE_ALAC_M4A",
                "DIALOGUE_FLAC", "DIALOGUE_OPUS_WEBM", "DIALOGUE_VORBIS_WEBM"
            })
    void whateverComesInDecodesToTheSample(SampleAudio sample) {
        var produced = Producing.produced(to(Format.WAV, Codec.PCM_S16LE), folder, sample.path());

        var expected = Samples.of(sample.path());
        var samples = Samples.of(produced.file());
        assertThat(samples.length()).isEqualTo(expected.length());
        assertThat(samples.correlation(expected)).isGreaterThan(0.9999);
    }

    @ParameterizedTest
    @EnumSource(names = {"TONE_WAV", "DIALOGUE_WAV", "SIX_CHANNELS_WAV", "LOUD_F32_WAV"})
    void theLoudnessIsThatOfTheSoundThatWentIn(SampleAudio sample) {
        var produced = Producing.produced(to(Format.FLAC, Codec.FLAC), folder, sample.path());

        assertThat(produced.measures().loudness())
                .isEqualTo(Measuring.measures(sample.path()).loudness());
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 400, 512, 513, 1024, 1100})
    void soundShorterThanAFrameIsHeardInEveryFormat(int frames) {
        var source = folder.resolve("short.wav");
        SampleAudio.ffmpeg(
                "-f", "lavfi", "-i", "sine=440:r=8000", "-af", "atrim=end_sample=" + frames, source.toString());

        for (var format : Format.WRITTEN) {
            var produced = Producing.produced(to(format, Codec.usual(format)), folder, source);

            var rate = produced.measures().sampleRate();
            var heard = Samples.of(produced.file(), rate).from(0, frames * rate / 8000);
            assertThat(heard.peak()).as(format.toString()).isGreaterThan(0.06);
        }
    }

    @Test
    void theCentreIsHeardOnBothSidesAndOnOneChannel() {
        var centre = folder.resolve("centre.wav");
        SampleAudio.ffmpeg("-f", "lavfi", "-i", "sine=440:r=8000:d=1", "-af", "pan=5.1|FC=c0", centre.toString());

        for (var channels : List.of(1, 2)) {
            var task = new Conversion(
                    Format.WAV, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(channels));
            var samples = Samples.of(Producing.produced(task, folder, centre).file());
            assertThat(samples.count()).isEqualTo(channels);
            for (int channel = 0; channel < channels; channel++) {
                assertThat(samples.channel(channel).peak()).isGreaterThan(0.01);
            }
        }
    }

    @Test
    void whatWouldTakeMoreThanAnObjectHoldsIsRefused() {
        var given = Measuring.measures(SampleAudio.DIALOGUE_OPUS_OGG.path());
        var day = new AudioMeasures(
                given.format(),
                given.codec(),
                given.sampleRate(),
                given.bitrate(),
                given.channels(),
                Plan.LONGEST.toSeconds(),
                given.quality(),
                given.loudness(),
                given.layout(),
                given.speech(),
                given.warnings(),
                Optional.empty());

        assertThat(to(Format.WAV, Codec.PCM_S16LE).plan(List.of(day)))
                .isInstanceOfSatisfying(
                        Infeasible.class,
                        infeasible -> assertThat(infeasible.failure().code()).isEqualTo("too-large"));
    }

    private static Conversion to(Format format, Codec codec) {
        return new Conversion(format, Optional.of(codec), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
