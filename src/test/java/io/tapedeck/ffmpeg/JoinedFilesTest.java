package io.tapedeck.ffmpeg;

import static io.tapedeck.audio.measure.Warning.Code.DURATION_MISMATCH;
import static io.tapedeck.audio.measure.Warning.Code.FORM_CHANGE;
import static io.tapedeck.audio.measure.Warning.Code.LEFT_OUT;
import static io.tapedeck.audio.measure.Warning.Code.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.measure.Warning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of Ogg and FLAC that were simply joined, of which ffmpeg does not go on from one to the next: nothing is lost or said that is not so. */
class JoinedFilesTest {
    private static final String OPUS = "-c:a libopus -b:a 48k ";

    @TempDir
    Path folder;

    @Test
    void opusOfOneChannelKeepsBothOfWhatFollows() throws IOException {
        var joined = joined("joined.ogg", made(OPUS + "-ac 1", ".ogg"), made(OPUS, ".ogg"));

        var measures = all(joined, 48_000);

        var sound = Samples.of(converted(joined, Format.WAV).file());
        var second = sound.from(10 * 48_000, sound.length());
        assertThat(rms(second, 0, 1, 4)).isGreaterThan(100 * rms(second, 1, 1, 4));
        assertThat(rms(second, 1, 6, 8)).isGreaterThan(100 * rms(second, 0, 6, 8));
        assertThat(rms(sound, 0, 1, 4)).isCloseTo(rms(sound, 1, 1, 4), within(1e-6));
        assertThat(measures.codec()).isEqualTo("opus");
    }

    @Test
    void opusOfTwoChannelsThatGoesOnWithOneIsToldOf() throws IOException {
        all(joined("joined.ogg", made(OPUS, ".ogg"), made(OPUS + "-ac 1", ".ogg")), 48_000);
    }

    @ParameterizedTest
    @CsvSource({
        "-c:a libopus -ac 1, -c:a libvorbis -ar 44100",
        "-c:a libvorbis -ar 44100, -c:a libopus -ac 1",
        "-c:a libopus, -c:a flac -ar 16000",
        "-c:a flac -ar 48000, -c:a libvorbis -ac 1"
    })
    void theCodecMayChange(String first, String second) throws IOException {
        var joined = joined("joined.ogg", made(first, ".ogg"), made(second, ".ogg"));

        all(joined, first.contains("44100") && !second.contains("opus") ? 44_100 : 48_000);
    }

    @Test
    void whatHasACodecThatIsNotTakenIsLeftOutAndNamed() throws IOException {
        var unknown = new String(made(OPUS, ".ogg"), StandardCharsets.ISO_8859_1).replace("OpusHead", "SpeexHea");
        var joined = joined("joined.ogg", made(OPUS, ".ogg"), unknown.getBytes(StandardCharsets.ISO_8859_1));

        var measures = Measuring.measures(joined);

        assertThat(measures.duration()).isCloseTo(10, within(0.03));
        assertThat(measures.warnings()).extracting(Warning::code).containsExactly(LEFT_OUT);
    }

    @Test
    void flacMayGoOnInAnotherForm() throws IOException {
        var joined = joined("joined.flac", made("", ".flac"), made("-ar 16000 -ac 1", ".flac"));

        all(joined, 16_000);
    }

    @Test
    void flacThatGoesOnInAnotherFormAndBreaksOffIsTruncated() throws IOException {
        var second = made("-ar 16000 -ac 1", ".flac");
        var joined = joined("joined.flac", made("", ".flac"), Arrays.copyOf(second, second.length / 2));

        var measures = Measuring.measures(joined);

        assertThat(measures.duration()).isBetween(12.0, 18.0);
        assertThat(measures.warnings()).extracting(Warning::code).containsExactly(TRUNCATED, FORM_CHANGE);
    }

    @Test
    void flacThatGoesOnInTheSameFormIsAsLongAsBoth() throws IOException {
        var joined = joined("joined.flac", made("", ".flac"), made("", ".flac"));

        var measures = Measuring.measures(joined);

        assertThat(measures.duration()).isEqualTo(20);
        assertThat(measures.warnings()).extracting(Warning::code).containsExactly(DURATION_MISMATCH);
        assertThat(Measuring.measures(converted(joined, Format.FLAC).file()).duration())
                .isEqualTo(20);
    }

    /** Twice ten seconds, at ingest and in every kind of operation; Vorbis is decoded to the end of its last packet. */
    private AudioMeasures all(Path joined, int rate) throws IOException {
        var measures = Measuring.measures(joined);
        assertThat(measures.duration()).isCloseTo(20, within(0.05));
        assertThat(measures.channels()).isEqualTo(2);
        assertThat(measures.sampleRate()).isEqualTo(rate);
        assertThat(measures.warnings()).extracting(Warning::code).containsExactly(FORM_CHANGE);
        assertThat(measures.speech().getFirst()).isGreaterThan(6);
        var trim = new Trim(Optional.of(5.0), Optional.of(15.0), List.of());
        var merge = new Merge(List.of(), Merge.Mode.CONCATENATE, 0, 0, List.of(), Optional.empty());
        assertThat(length(trim, joined)).isCloseTo(10, within(0.025));
        assertThat(length(merge, joined, joined)).isCloseTo(2 * measures.duration(), within(0.025));
        assertThat(Measuring.measures(converted(joined, Format.OGG).file()).duration())
                .isCloseTo(measures.duration(), within(0.002));
        return measures;
    }

    private double length(AudioTask task, Path... files) {
        return Measuring.measures(Producing.produced(task, folder, files).file())
                .duration();
    }

    private Produced converted(Path file, Format format) {
        var codec = format == Format.OGG ? Codec.OPUS : format == Format.FLAC ? Codec.FLAC : Codec.PCM_S16LE;
        var task = new Conversion(format, Optional.of(codec), Optional.empty(), Optional.empty(), Optional.empty());
        return Producing.produced(task, folder, file);
    }

    private static double rms(Samples samples, int channel, int from, int to) {
        return samples.channel(channel).from(from * 48_000, to * 48_000).rms();
    }

    private byte[] made(String options, String ending) throws IOException {
        var file = Files.createTempFile(folder, "part", ending);
        var arguments = "-i " + SampleAudio.DIALOGUE_WAV.path() + " " + options + " " + file;
        SampleAudio.ffmpeg(arguments.split(" +"));
        return Files.readAllBytes(file);
    }

    private Path joined(String name, byte[] first, byte[] second) throws IOException {
        try (var stream = Files.newOutputStream(folder.resolve(name))) {
            stream.write(first);
            stream.write(second);
        }
        return folder.resolve(name);
    }
}
