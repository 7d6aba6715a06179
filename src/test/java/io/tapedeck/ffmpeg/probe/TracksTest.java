package io.tapedeck.ffmpeg.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.Producing;
import io.tapedeck.ffmpeg.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with a track for each party of a call. */
class TracksTest {
    private static final String FIRST = "pan=mono|c0=c0";
    private static final String SECOND = "pan=mono|c0=c1";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "m4a,  aac,      M4A",
        "m4a,  alac,     M4A",
        "mp4,  libopus,  MP4",
        "webm, libopus,  WEBM",
        "ogg,  libopus,  OGG",
        "ogg,  libvorbis, OGG"
    })
    void tracksOfEqualLengthAreChannels(String extension, String codec, Format format) {
        var file = file(extension, codec, FIRST, SECOND);

        var measures = Measuring.measures(file);
        assertThat(measures.format()).isEqualTo(format);
        assertThat(measures.channels()).isEqualTo(2);
        assertThat(measures.duration()).isCloseTo(10, within(0.15));
        assertThat(measures.speech()).allSatisfy(seconds -> assertThat(seconds).isCloseTo(4, within(0.2)));
        assertThat(measures.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(Warning.Code.TRACKS_AS_CHANNELS);
            assertThat(warning.message()).contains("track 1 (", "track 2 (").endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource({"m4a, aac", "m4a, alac", "webm, libopus"})
    void everyOperationReadsTheSameChannels(String extension, String codec) {
        var file = file(extension, codec, FIRST, SECOND);
        var length = Measuring.measures(file).duration();
        var wav = new Conversion(
                Format.WAV, Optional.of(Codec.PCM_S16LE), Optional.of(8000), Optional.empty(), Optional.empty());
        var trim = new Trim(Optional.of(1.0), Optional.empty(), List.of());
        var merge = new Merge(List.of(), Merge.Mode.CONCATENATE, 0, 0, List.of(), Optional.of(Format.FLAC));

        assertParties(Producing.produced(wav, folder, file).file(), 0);
        assertParties(Producing.produced(trim, folder, file).file(), 1);
        var both = Producing.produced(merge, folder, file, file);
        assertThat(both.measures().channels()).isEqualTo(2);
        assertThat(both.measures().duration()).isCloseTo(2 * length, within(0.002));
        assertParties(both.file(), 0);
    }

    @Test
    void aTrimOfLosslessTracksIsTheSameToTheBit() {
        var file = file("m4a", "alac", FIRST, SECOND);
        AudioTask trim = new Trim(Optional.empty(), Optional.of(6.0), List.of());

        var kept = Samples.of(Producing.produced(trim, folder, file).file());
        var was = Samples.of(SampleAudio.DIALOGUE_WAV.path()).from(0, 48_000);
        assertThat(kept.channels()[0]).isEqualTo(was.channels()[0]);
        assertThat(kept.channels()[1]).isEqualTo(was.channels()[1]);
    }

    @Test
    void tracksOfSeveralChannelsAndRatesLieSideBySide() {
        var file = file("m4a", "aac", "anull", SECOND + ",aresample=16000");

        var measures = Measuring.measures(file);
        assertThat(measures.channels()).isEqualTo(3);
        assertThat(measures.sampleRate()).isEqualTo(16_000);
        assertThat(measures.speech()).allSatisfy(seconds -> assertThat(seconds).isCloseTo(4, within(0.3)));
    }

    @Test
    void aTrackOfAnotherLengthIsLeftOutAndNamed() {
        var file = file("m4a", "aac", FIRST, "atrim=end=4," + SECOND, SECOND);

        var measures = Measuring.measures(file);
        assertThat(measures.channels()).isEqualTo(2);
        assertThat(measures.warnings())
                .extracting(Warning::code)
                .containsExactly(Warning.Code.TRACKS_AS_CHANNELS, Warning.Code.LEFT_OUT);
        assertThat(measures.warnings().getLast().message()).contains("track 2 (aac, 1 channel, to 4.");
        assertParties(Producing.produced(wav(), folder, file).file(), 0);
    }

    @Test
    void oneTrackAmongOthersIsTakenAlone() {
        var measures = Measuring.measures(file("m4a", "aac", "anull", "atrim=end=4," + SECOND));

        assertThat(measures.channels()).isEqualTo(2);
        assertThat(measures.warnings()).extracting(Warning::code).containsExactly(Warning.Code.LEFT_OUT);
    }

    private static Conversion wav() {
        return new Conversion(Format.WAV, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The first speaks up to 4.5 s and the second from 5 s to 9 s, less what was cut from the start. */
    private static void assertParties(Path file, int cut) {
        var samples = Samples.of(file);
        var rate = Measuring.measures(file).sampleRate();
        var middle = (int) ((4.8 - cut) * rate);
        var end = (9 - cut) * rate;
        assertThat(samples.channel(0).from(0, middle).peak()).isGreaterThan(0.2);
        assertThat(samples.channel(0).from(middle, end).peak()).isLessThan(0.01);
        assertThat(samples.channel(1).from(0, middle).peak()).isLessThan(0.01);
        assertThat(samples.channel(1).from(middle, end).peak()).isGreaterThan(0.2);
    }

    private Path file(String extension, String codec, String... filters) {
        var file = folder.resolve("tracks." + extension);
        var command =
                new ArrayList<>(List.of("-i", SampleAudio.DIALOGUE_WAV.path().toString(), "-filter_complex"));
        var graph = new StringBuilder();
        for (int i = 0; i < filters.length; i++) {
            graph.append("[0:a]%s[t%d];".formatted(filters[i], i));
        }
        command.add(graph.substring(0, graph.length() - 1));
        for (int i = 0; i < filters.length; i++) {
            command.addAll(List.of("-map", "[t%d]".formatted(i)));
        }
        command.addAll(List.of("-c:a", codec, file.toString()));
        SampleAudio.ffmpeg(command.toArray(String[]::new));
        return file;
    }
}
