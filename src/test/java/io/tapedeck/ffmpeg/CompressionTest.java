package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioProcessor.Production.Unchanged;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.measure.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    private static final String NOISE = "anoisesrc=r=8000:d=10:a=0.3";
    private static final String SILENCE = "anullsrc=r=8000:cl=stereo:d=10";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"OGG", "WEBM", "M4A", "MP3"})
    void theBetterTheLargerAndAlwaysSmallerThanTheOriginal(Format format) throws IOException {
        for (var call : new Path[] {part(CALL), made(NOISE, "noise.wav")}) {
            var low = size(call, format, Quality.LOW);
            var medium = size(call, format, Quality.MEDIUM);
            var high = size(call, format, Quality.HIGH);

            assertThat(low).isLessThan(medium);
            assertThat(medium).isLessThan(high);
            assertThat(high).isLessThan(Files.size(call));
        }
    }

    @Test
    void withoutAnyWishItIsOpusOfMediumQuality() throws IOException {
        var produced = Producing.produced(
                new Compression(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                folder,
                part(CALL));

        assertThat(produced.measures().format()).isEqualTo(Format.OGG);
        assertThat(produced.measures().codec()).isEqualTo("opus");
        assertThat(Files.size(produced.file())).isEqualTo(size(part(CALL), Format.OGG, Quality.MEDIUM));
        assertThat(Samples.of(produced.file()).correlation(Samples.of(part(CALL), 48_000)))
                .isGreaterThan(0.95);
    }

    @Test
    void whatCannotGetSmallerIsRefused() {
        var small = folder.resolve("small.ogg");
        SampleAudio.ffmpeg("-i", CALL.toString(), "-t", "10", "-c:a", "libopus", "-b:a", "26k", small.toString());

        for (var quality : new Quality[] {Quality.MEDIUM, Quality.HIGH}) {
            assertThat(Producing.failure(to(Format.OGG, quality), folder, small).code())
                    .isEqualTo("not-smaller");
        }
        assertThat(Producing.failure(atBitrate(32), folder, small).code()).isEqualTo("not-smaller");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 48, 64})
    void theBitrateIsWhatWasAskedFor(int kbps) {
        var produced = Producing.produced(atBitrate(kbps), folder, part(CALL));

        assertThat(produced.measures().bitrate()).isBetween(kbps * 0.97, kbps * 1.06);
    }

    @ParameterizedTest
    @CsvSource({
        "OGG, 100000",
        "OGG, 37000",
        "OGG, 33000",
        "WEBM, 100000",
        "WEBM, 40000",
        "M4A, 80000",
        "M4A, 50000",
        "M4A, 30000",
        "MP3, 79000",
        "MP3, 65000",
        "MP3, 44000",
        "MP3, 39000",
        "MP3, 25000",
        "MP3, 18000",
        "MP3, 12000"
    })
    void aLimitHoldsAndIsUsed(Format format, long limit) throws IOException {
        var produced = Producing.produced(within(format, limit), folder, part(CALL));

        assertThat(Files.size(produced.file())).isBetween(limit * 4 / 5, limit);
    }

    @ParameterizedTest
    @CsvSource({"OGG, 40000", "WEBM, 40000", "M4A, 30000", "MP3, 39000", "MP3, 25000", "MP3, 18000"})
    void aLimitHoldsForNoiseToo(Format format, long limit) throws IOException {
        var produced = Producing.produced(within(format, limit), folder, made(NOISE, "noise.wav"));

        assertThat(Files.size(produced.file())).isBetween(limit * 4 / 5, limit);
    }

    /** There is nothing to spend more on. */
    @ParameterizedTest
    @ValueSource(strings = {"OGG", "M4A", "MP3"})
    void aLimitHoldsForSilenceToo(Format format) throws IOException {
        var produced = Producing.produced(within(format, 40_000), folder, made(SILENCE, "silence.wav"));

        assertThat(Files.size(produced.file())).isLessThanOrEqualTo(40_000);
    }

    @Test
    void whatIsSmallEnoughStaysAsItIs() throws IOException {
        var call = part(CALL);

        var production = Producing.production(within(Format.OGG, Files.size(call)), folder, call);

        assertThat(production).isInstanceOf(Unchanged.class);
        assertThat(((Unchanged) production).result().notes())
                .singleElement()
                .asString()
                .contains("not changed");
    }

    @Test
    void aLimitThatNothingCanMeetIsRefusedWithOneThatCan() throws IOException {
        var failure = Producing.failure(within(Format.OGG, 10_000), folder, part(CALL));

        assertThat(failure.code()).isEqualTo("too-small");
        var smallest = Long.parseLong(failure.message().replaceAll("[^0-9]", ""));
        var file = Producing.produced(within(Format.OGG, smallest), folder, part(CALL))
                .file();
        assertThat(Files.size(file)).isLessThanOrEqualTo(smallest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAV", "FLAC"})
    void whatLeavesNoChoiceOfSizeIsRefused(Format format) {
        assertThat(Producing.failure(to(format, Quality.LOW), folder, CALL).code())
                .isEqualTo("unsuitable-format");
    }

    private static Compression to(Format format, Quality quality) {
        return new Compression(Optional.of(format), Optional.empty(), Optional.empty(), Optional.of(quality));
    }

    private static Compression atBitrate(int kbps) {
        return new Compression(Optional.empty(), Optional.of(kbps), Optional.empty(), Optional.empty());
    }

    private static Compression within(Format format, long bytes) {
        return new Compression(Optional.of(format), Optional.empty(), Optional.of(bytes), Optional.empty());
    }

    private long size(Path file, Format format, Quality quality) throws IOException {
        return Files.size(Producing.produced(to(format, quality), folder, file).file());
    }

    /** Ten seconds in which both speak. */
    private Path part(Path call) {
        var file = folder.resolve("part.wav");
        if (Files.notExists(file)) {
            SampleAudio.ffmpeg("-ss", "20", "-t", "10", "-i", call.toString(), file.toString());
        }
        return file;
    }

    private Path made(String filter, String name) {
        var file = folder.resolve(name);
        if (Files.notExists(file)) {
            SampleAudio.ffmpeg("-f", "lavfi", "-i", filter, file.toString());
        }
        return file;
    }
}
