package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Trim;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrimTest {
    /** Seconds on either side of a join that are faded. */
    private static final double FADE = 0.0025;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            names = {
                "DIALOGUE_WAV", "DIALOGUE_U8_WAV", "DIALOGUE_S24_WAV", "DIALOGUE_S32_WAV", "DIALOGUE_F32_WAV",
                "DIALOGUE_F64_WAV", "DIALOGUE_MULAW_WAV", "DIALOGUE_ALAW_WAV", "DIALOGUE_RF64_WAV", "DIALOGUE_FLAC",
                "DIALOGUE_FLAC_OGG", "DIALOGUE_ALAC_M4A", "SIX_CHANNELS_WAV"
            })
    void whatIsKeptOfExactCodecsIsTheSameToTheBit(SampleAudio sample) {
        var whole = Samples.of(sample.path());

        var kept = Samples.of(trimmed(sample, between(0.123, 1.457)));

        assertThat(kept.channels()).isDeepEqualTo(whole.from(984, 11_656).channels());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DIALOGUE_MP3",
                "DIALOGUE_BARE_MP3",
                "DIALOGUE_OPUS_OGG",
                "DIALOGUE_VORBIS_OGG",
                "DIALOGUE_AAC_M4A",
                "DIALOGUE_AAC_FAST_M4A",
                "DIALOGUE_OPUS_WEBM",
                "DIALOGUE_VORBIS_WEBM"
            })
    void whatIsKeptOfOtherCodecsIsTheSameToTheSample(SampleAudio sample) {
        var whole = Samples.of(sample.path());
        var before = Measuring.measures(sample.path());
        var rate = before.sampleRate();

        var file = trimmed(sample, between(1.123, 4.457));

        var kept = Samples.of(file);
        var expected = whole.from((int) Math.round(1.123 * rate), (int) Math.round(4.457 * rate));
        assertThat(kept.length()).isEqualTo(expected.length());
        assertThat(kept.correlation(expected)).isGreaterThan(0.95);
        var after = Measuring.measures(file);
        assertThat(after.codec()).isEqualTo(before.codec());
        assertThat(after.sampleRate()).isEqualTo(before.sampleRate());
        assertThat(after.channels()).isEqualTo(before.channels());
    }

    @Test
    void withoutAnEndEverythingToTheEndIsKept() {
        var whole = Samples.of(SampleAudio.DIALOGUE_FLAC.path());

        var kept =
                Samples.of(trimmed(SampleAudio.DIALOGUE_FLAC, new Trim(Optional.of(9.0), Optional.empty(), List.of())));

        assertThat(kept.channels()).isDeepEqualTo(whole.from(72_000, 80_000).channels());
    }

    @Test
    void theBitrateStaysAboutTheSame() {
        var before = Measuring.measures(SampleAudio.DIALOGUE_OPUS_OGG.path());

        var after = Measuring.measures(trimmed(SampleAudio.DIALOGUE_OPUS_OGG, between(1, 9)));

        assertThat(after.bitrate()).isCloseTo(before.bitrate(), within(before.bitrate() / 5));
    }

    @Test
    void whatIsRemovedIsGoneAndTheRestUntouchedButForTheJoins() {
        var whole = Samples.of(SampleAudio.DIALOGUE_WAV.path());
        var remove = List.of(new Range(6, 7), new Range(1, 2.5), new Range(2, 3), new Range(9.5, 10));

        var file = trimmed(SampleAudio.DIALOGUE_WAV, new Trim(Optional.empty(), Optional.empty(), remove));

        var kept = Samples.of(file);
        assertThat(kept.length()).isEqualTo(52_000);
        var parts = List.of(whole.from(0, 8000), whole.from(24_000, 48_000), whole.from(56_000, 76_000));
        var fade = (int) (FADE * 8000);
        var at = 0;
        for (var part : parts) {
            var length = part.length();
            assertThat(kept.from(at + fade, at + length - fade).channels())
                    .isDeepEqualTo(part.from(fade, length - fade).channels());
            at += length;
        }
    }

    /** A tone that goes on from a trough where a crest was would jump by twice its amplitude. */
    @Test
    void joinsDoNotClick() {
        var remove = List.of(new Range(0.5, 0.5 + 5.5 / 440));

        var kept = Samples.of(trimmed(SampleAudio.TONE_WAV, new Trim(Optional.empty(), Optional.empty(), remove)));

        var steepest = steepest(Samples.of(SampleAudio.TONE_WAV.path()));
        assertThat(steepest(kept)).isLessThan(1.2 * steepest);
    }

    @Test
    void aHundredStretchesGoAtOnce() {
        var remove = IntStream.range(0, 100)
                .mapToObj(i -> new Range(i / 10.0 + 0.02, i / 10.0 + 0.05))
                .toList();

        var kept = Samples.of(trimmed(SampleAudio.DIALOGUE_WAV, new Trim(Optional.empty(), Optional.empty(), remove)));

        assertThat(kept.length()).isEqualTo(56_000);
        assertThat(kept.from(55_700, 55_900).channels())
                .isDeepEqualTo(Samples.of(SampleAudio.DIALOGUE_WAV.path())
                        .from(79_700, 79_900)
                        .channels());
    }

    private static Trim between(double start, double end) {
        return new Trim(Optional.of(start), Optional.of(end), List.of());
    }

    private Path trimmed(SampleAudio sample, Trim trim) {
        return Producing.produced(trim, folder, sample.path()).file();
    }

    private static double steepest(Samples samples) {
        var sound = samples.channels()[0];
        return IntStream.range(1, sound.length)
                .mapToDouble(i -> Math.abs(sound[i] - sound[i - 1]))
                .max()
                .orElseThrow();
    }
}
