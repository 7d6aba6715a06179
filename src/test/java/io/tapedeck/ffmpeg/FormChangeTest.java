package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Enhancement.Normalization;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Merge.Mode;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.measure.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Files that were joined of parts with other rates or numbers of channels. */
class FormChangeTest {
    private static final Path AUDIO = Path.of("src/test/resources/audio");
    private static final Path STEREO_MONO = AUDIO.resolve("mp3_stereo_mono.mp3");
    private static final Path RATES = AUDIO.resolve("chain_vorbis_rate.ogg");

    @TempDir
    Path folder;

    @Test
    void theLoudnessIsThatOfTheWhole() {
        var measures = Measuring.measures(STEREO_MONO);

        assertThat(measures.duration()).isCloseTo(14.06, within(0.03));
        assertThat(measures.loudness().integrated()).isCloseTo(-21.7, within(0.3));
        assertThat(measures.channels()).isEqualTo(2);
        assertThat(measures.warnings()).extracting(Warning::code).containsExactly(Warning.Code.FORM_CHANGE);
    }

    @Test
    void ratesAreBroughtToTheHighest() {
        var measures = Measuring.measures(RATES);

        assertThat(measures.sampleRate()).isEqualTo(44_100);
        assertThat(measures.duration()).isCloseTo(14.01, within(0.02));
        assertThat(measures.warnings()).extracting(Warning::code).containsExactly(Warning.Code.FORM_CHANGE);
        assertThat(measures.warnings().getFirst().message()).contains("1 channel at 44100 Hz");
    }

    @Test
    void whatBeginsWithOneChannelKeepsBothOfWhatFollows() throws IOException {
        var joined = joined("joined.mp3", mono(), SampleAudio.DIALOGUE_MP3.path());

        var measures = Measuring.measures(joined);

        assertThat(measures.channels()).isEqualTo(2);
        var steady = Samples.of(converted(joined, Format.WAV).file());
        var dialogue = steady.from(steady.length() - 160_000, steady.length());
        var first = dialogue.from(16_000, 64_000);
        var second = dialogue.from(88_000, 136_000);
        assertThat(first.channel(0).rms()).isGreaterThan(100 * first.channel(1).rms());
        assertThat(second.channel(1).rms())
                .isGreaterThan(100 * second.channel(0).rms());
        assertThat(steady.channel(0).from(4000, 16_000).channels())
                .isDeepEqualTo(steady.channel(1).from(4000, 16_000).channels());
    }

    @ParameterizedTest
    @FieldSource("io.tapedeck.audio.Format#WRITTEN")
    void resultsPlayAsLongAsTheRecordSays(Format format) {
        for (var file : List.of(STEREO_MONO, RATES)) {
            var produced = converted(file, format);

            var found = Measuring.measures(produced.file());
            assertThat(found.duration()).isCloseTo(produced.measures().duration(), within(0.001));
            assertThat(found.duration()).isCloseTo(Measuring.measures(file).duration(), within(0.001));
            assertThat(found.warnings()).isEmpty();
            assertThat(produced.measures().loudness().integrated())
                    .isCloseTo(Measuring.measures(file).loudness().integrated(), within(0.2));
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 12", "8, 14"})
    void cutsAreMadeWhereTheyBelong(double start, double end) {
        for (var file : List.of(STEREO_MONO, RATES)) {
            var whole = Samples.of(converted(file, Format.WAV).file());
            var trim = new Trim(Optional.of(start), Optional.of(end), List.of());

            var samples = Samples.of(Producing.produced(trim, folder, file).file(), 44_100);

            assertThat(samples.length()).isCloseTo((int) (44_100 * (end - start)), within(5));
            var expected = whole.from((int) (44_100 * start), (int) (44_100 * end));
            assertThat(samples.correlation(expected)).isGreaterThan(0.9);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void theyAreMergedAsOthersAre(Mode mode) {
        var merge = new Merge(List.of(), mode, 0, 0, List.of(), Optional.of(Format.OGG));

        var produced = Producing.produced(merge, folder, STEREO_MONO, SampleAudio.TONE_WAV.path(), RATES);

        var found = Measuring.measures(produced.file());
        assertThat(found.duration()).isCloseTo(produced.measures().duration(), within(0.001));
        assertThat(found.duration()).isCloseTo(mode == Mode.CONCATENATE ? 30.07 : 14.06, within(0.05));
        assertThat(found.channels()).isEqualTo(mode == Mode.CHANNELS ? 4 : 2);
    }

    @Test
    void theyAreMadeSmallerAndLouder() {
        var small = new Compression(Optional.empty(), Optional.empty(), Optional.of(60_000L), Optional.empty());
        var loud = new Enhancement(Optional.empty(), Optional.of(new Normalization(-16, -1, false)), Optional.empty());

        var compressed = Producing.produced(small, folder, STEREO_MONO);
        var enhanced = Producing.produced(loud, folder, RATES);

        assertThat(compressed.file())
                .satisfies(file -> assertThat(Files.size(file)).isBetween(40_000L, 60_000L));
        assertThat(Measuring.measures(compressed.file()).duration()).isCloseTo(14.06, within(0.03));
        assertThat(Measuring.measures(enhanced.file()).loudness().integrated()).isCloseTo(-16, within(0.6));
        assertThat(Measuring.measures(enhanced.file()).duration()).isCloseTo(14.01, within(0.02));
    }

    @Test
    void joinedOpusIsAsLongAsItsPartsAndNotCut() throws IOException {
        var gap = AUDIO.resolve("dtx_A.ogg");
        var joined = joined("joined.ogg", Files.readAllBytes(gap), gap);

        var measures = Measuring.measures(joined);

        assertThat(measures.duration()).isCloseTo(40.03, within(0.02));
        assertThat(measures.warnings()).isEmpty();
    }

    private byte[] mono() throws IOException {
        var mono = folder.resolve("mono.mp3");
        SampleAudio.ffmpeg("-i", SampleAudio.TONE_WAV.path().toString(), "-ar", "16000", mono.toString());
        return Files.readAllBytes(mono);
    }

    private Path joined(String name, byte[] first, Path second) throws IOException {
        try (var stream = Files.newOutputStream(folder.resolve(name))) {
            stream.write(first);
            stream.write(Files.readAllBytes(second));
        }
        return folder.resolve(name);
    }

    private Produced converted(Path file, Format format) {
        var task = new Conversion(
                format, Optional.of(Codec.usual(format)), Optional.empty(), Optional.empty(), Optional.empty());
        return Producing.produced(task, folder, file);
    }
}
