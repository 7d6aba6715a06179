package io.tapedeck.ffmpeg.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Merge.Mode;
import io.tapedeck.audio.Trim;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.Producing;
import io.tapedeck.ffmpeg.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers say when each packet is to be heard, and where there is none, there is silence. */
class TimeLineTest {
    private static final Path AUDIO = Path.of("src/test/resources/audio");
    private static final Path A = AUDIO.resolve("dtx_A.webm");
    private static final Path B = AUDIO.resolve("dtx_B.webm");
    private static final int RATE = 48_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dtx_A.ogg", "dtx_A.webm", "dtx_B.webm"})
    void gapsCountInTheLength(String name) {
        var measures = Measuring.measures(AUDIO.resolve(name));

        assertThat(measures.duration()).isCloseTo(20.0, within(0.025));
        assertThat(measures.warnings()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("io.tapedeck.audio.Format#WRITTEN")
    void gapsAreSilenceInEveryFormat(Format format) {
        var samples = Samples.of(converted(A, format, Optional.empty()), RATE);

        assertThat(samples.length() / (double) RATE).isCloseTo(20.0, within(0.025));
        assertThat(second(samples, 4.5)).isGreaterThan(0.01);
        assertThat(samples.from(seconds(5.1), seconds(14.9)).rms()).isLessThan(0.002);
        assertThat(second(samples, 15.1)).isGreaterThan(0.01);
    }

    @Test
    void cutsAreMadeOnTheTimeLine() {
        var trim = new Trim(Optional.of(4.0), Optional.of(16.0), List.of());

        var samples = Samples.of(Producing.produced(trim, folder, A).file(), RATE);

        assertThat(samples.length()).isEqualTo(seconds(12));
        assertThat(samples.from(seconds(1.1), seconds(10.9)).rms()).isLessThan(0.002);
        assertThat(second(samples, 11.1)).isGreaterThan(0.01);
    }

    @Test
    void twoSidesOfACallStayInStep() {
        var merge = new Merge(List.of(), Mode.CHANNELS, 0, 0, List.of(), Optional.of(Format.WAV));

        var samples = Samples.of(Producing.produced(merge, folder, A, B).file());

        assertThat(samples.length() / (double) RATE).isCloseTo(20.0, within(0.025));
        for (double at = 0; at < 19.8; at += 0.1) {
            var both = Math.min(rms(samples.channel(0), at, 0.1), rms(samples.channel(1), at, 0.1));
            var isAtEdge = Math.abs(at - 5) < 0.15 || Math.abs(at - 15) < 0.15;
            assertThat(isAtEdge ? 0 : both).as("both at %.1f s", at).isLessThan(0.003);
        }
    }

    @Test
    void nothingDriftsInAnHour() {
        var gaps = folder.resolve("gaps.ogg");
        SampleAudio.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "sine=440:r=48000:d=0.06,aloop=loop=2999:size=2880",
                "-c:a",
                "libopus",
                "-b:a",
                "12k",
                "-frame_duration",
                "20",
                "-bsf:a",
                "setts=ts=floor(PTS/2880)*57600+mod(PTS\\,2880)",
                gaps.toString());

        var measures = Measuring.measures(gaps);

        assertThat(measures.duration()).isCloseTo(2999 * 1.2 + 0.06, within(0.04));
    }

    @Test
    void aPauseOfHalfAMinuteIsOne() {
        var muted = folder.resolve("muted.ogg");
        SampleAudio.ffmpeg(
                "-i",
                AUDIO.resolve("dtx_A.ogg").toString(),
                "-c",
                "copy",
                "-bsf:a",
                "setts=ts=PTS+gt(PTS\\,480000)*48000*30",
                muted.toString());

        assertThat(Measuring.measures(muted).duration()).isCloseTo(50.01, within(0.025));
    }

    @Test
    void aClockThatIsOffByDaysMakesNoDaysOfSilence() {
        var jumping = folder.resolve("jumping.webm");
        SampleAudio.ffmpeg(
                "-i",
                SampleAudio.DIALOGUE_OPUS_OGG.path().toString(),
                "-c",
                "copy",
                "-bsf:a",
                "setts=ts=PTS+gt(PTS\\,240000)*48000*90000",
                jumping.toString());

        assertThat(Measuring.measures(jumping).duration()).isCloseTo(10.0, within(0.03));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DIALOGUE_OPUS_OGG",
                "DIALOGUE_VORBIS_OGG",
                "DIALOGUE_FLAC_OGG",
                "DIALOGUE_AAC_M4A",
                "DIALOGUE_ALAC_M4A",
                "DIALOGUE_OPUS_WEBM",
                "DIALOGUE_VORBIS_WEBM"
            })
    void aTimeLineWithoutGapsChangesNoSample(SampleAudio sample) {
        var task = new Conversion(
                Format.WAV, Optional.of(Codec.PCM_S16LE), Optional.empty(), Optional.empty(), Optional.empty());

        var samples = Samples.of(Producing.produced(task, folder, sample.path()).file());

        var expected = Samples.of(sample.path());
        assertThat(samples.length()).isEqualTo(expected.length());
        assertThat(samples.correlation(expected)).isGreaterThan(0.999999);
    }

    @Test
    void aStreamThatStartsLateIsNotCut() {
        var measures = Measuring.measures(AUDIO.resolve("offset_3s.ogg"));

        assertThat(measures.duration()).isCloseTo(20.01, within(0.01));
        assertThat(measures.warnings()).isEmpty();
    }

    @Test
    void theLeadOfAnEditListIsSilence() {
        var late = AUDIO.resolve("offset_3s.m4a");

        var measures = Measuring.measures(late);

        assertThat(measures.duration()).isCloseTo(23.0, within(0.03));
        assertThat(measures.warnings()).isEmpty();
        var samples = Samples.of(converted(late, Format.WAV, Optional.empty()));
        assertThat(samples.from(0, seconds(2.97)).peak()).isZero();
        assertThat(samples.from(seconds(3), seconds(4)).rms()).isGreaterThan(0.01);
    }

    private Path converted(Path file, Format format, Optional<Integer> rate) {
        var task = new Conversion(format, Optional.of(Codec.usual(format)), rate, Optional.empty(), Optional.empty());
        return Producing.produced(task, folder, file).file();
    }

    private static double second(Samples samples, double at) {
        return rms(samples, at, 0.3);
    }

    private static double rms(Samples samples, double from, double length) {
        return samples.from(seconds(from), seconds(from + length)).rms();
    }

    private static int seconds(double seconds) {
        return (int) Math.round(seconds * RATE);
    }
}
