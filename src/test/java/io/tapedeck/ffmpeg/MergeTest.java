package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Merge.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergeTest {
    private static final Path DIALOGUE = SampleAudio.DIALOGUE_WAV.path();
    private static final Path TONE = SampleAudio.TONE_WAV.path();

    @TempDir
    Path folder;

    @Test
    void oneAfterTheOtherWithSilenceBetween() {
        var samples = Samples.of(merged(merge(Mode.CONCATENATE, 1.5, 0), TONE, DIALOGUE, TONE));

        assertThat(samples.length()).isEqualTo((2 + 10 + 2 + 3) * 8000);
        var tone = Samples.of(TONE).channels()[0];
        for (var channel : samples.from(0, 16_000).channels()) {
            assertThat(channel).isEqualTo(tone);
        }
        assertThat(samples.from(16_000, 28_000).peak()).isZero();
        assertThat(samples.from(28_000, 108_000).channels())
                .isDeepEqualTo(Samples.of(DIALOGUE).channels());
        assertThat(samples.from(108_000, 120_000).peak()).isZero();
        assertThat(samples.channel(1).from(120_000, 136_000).channels()[0]).isEqualTo(tone);
    }

    @Test
    void aCrossfadeOverlapsTheTwo() {
        var samples = Samples.of(merged(merge(Mode.CONCATENATE, 0, 0.5), DIALOGUE, DIALOGUE, DIALOGUE));

        assertThat(samples.length()).isEqualTo(29 * 8000);
        var whole = Samples.of(DIALOGUE);
        assertThat(samples.from(0, 76_000).channels())
                .isDeepEqualTo(whole.from(0, 76_000).channels());
        assertThat(samples.from(80_000, 152_000).channels())
                .isDeepEqualTo(whole.from(4000, 76_000).channels());
        assertThat(samples.from(156_000, 232_000).channels())
                .isDeepEqualTo(whole.from(4000, 80_000).channels());
    }

    @Test
    void aLoneVoiceIsMixedInAsItIs() {
        var samples = Samples.of(merged(offset(Mode.MIX, 0, 4.25), TONE, TONE));

        var tone = Samples.of(TONE);
        assertThat(samples.length()).isEqualTo(50_000);
        assertThat(samples.from(0, 16_000).channels()).isDeepEqualTo(tone.channels());
        assertThat(samples.from(16_000, 34_000).peak()).isZero();
        assertThat(samples.from(34_000, 50_000).channels()).isDeepEqualTo(tone.channels());
    }

    @Test
    void voicesAtTheSameTimeAreAdded() {
        var samples = Samples.of(merged(offset(Mode.MIX, 0, 0), TONE, TONE));

        var tone = Samples.of(TONE);
        assertThat(samples.peak()).isCloseTo(2 * tone.peak(), within(1e-4));
        assertThat(samples.correlation(tone)).isGreaterThan(0.9999);
    }

    @Test
    void whatWouldPassFullScaleIsLimitedAndNotClipped() {
        var loud = folder.resolve("loud.wav");
        SampleAudio.ffmpeg("-i", DIALOGUE.toString(), "-af", "volume=9dB", loud.toString());
        assertThat(Samples.of(loud).peak()).isBetween(0.6, 1.0);

        var file = merged(offset(Mode.MIX, 0, 0), loud, loud);

        assertThat(Measuring.warnings(file)).isEmpty();
        assertThat(Samples.of(file).peak()).isBetween(0.9, 1.0);
        assertThat(Samples.of(file).correlation(Samples.of(loud))).isGreaterThan(0.95);
    }

    @Test
    void twoSidesBecomeADualChannelCall() {
        var samples = Samples.of(merged(offset(Mode.CHANNELS, 0.5, 0), TONE, TONE));

        var tone = Samples.of(TONE);
        assertThat(samples.count()).isEqualTo(2);
        assertThat(samples.length()).isEqualTo(20_000);
        assertThat(samples.channel(0).from(0, 4000).peak()).isZero();
        assertThat(samples.channel(0).from(4000, 20_000).channels()).isDeepEqualTo(tone.channels());
        assertThat(samples.channel(1).from(0, 16_000).channels()).isDeepEqualTo(tone.channels());
        assertThat(samples.channel(1).from(16_000, 20_000).peak()).isZero();
    }

    @Test
    void channelsOfAllComeInTheirOrder() {
        var samples = Samples.of(merged(merge(Mode.CHANNELS, 0, 0), TONE, DIALOGUE, SampleAudio.ONE_SIDED_WAV.path()));

        assertThat(samples.count()).isEqualTo(5);
        assertThat(samples.length()).isEqualTo(80_000);
        assertThat(samples.channel(1).channels())
                .isDeepEqualTo(Samples.of(DIALOGUE).channel(0).channels());
        assertThat(samples.channel(2).channels())
                .isDeepEqualTo(Samples.of(DIALOGUE).channel(1).channels());
        assertThat(samples.channel(4).peak()).isZero();
    }

    @Test
    void moreChannelsThanTheFormatHoldsAreRefused() {
        var toMp3 = new Merge(List.of(), Mode.CHANNELS, 0, 0, List.of(), Optional.of(Format.MP3));

        var failure = Producing.failure(toMp3, folder, TONE, DIALOGUE);

        assertThat(failure.code()).isEqualTo("unsuitable-channels");
        assertThat(failure.message()).contains("at most 2 channels");
    }

    @Test
    void aResultOfMoreThanADayIsRefused() {
        var late = new Merge(List.of(), Mode.MIX, 0, 0, List.of(0.0, 86_399.0), Optional.empty());

        var failure = Producing.failure(late, folder, DIALOGUE, TONE);

        assertThat(failure.code()).isEqualTo("too-long");
        assertThat(failure.message()).contains("the limit is 86400 s");
    }

    @Test
    void aCrossfadeLongerThanOneOfThemIsRefused() {
        var failure = Producing.failure(merge(Mode.CONCATENATE, 0, 2.5), folder, DIALOGUE, TONE);

        assertThat(failure.code()).isEqualTo("crossfade-too-long");
        assertThat(failure.message()).contains("the limit is 2.000 s");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void ratesLayoutsAndFormatsMayDiffer(Mode mode) {
        var files = List.of(
                SampleAudio.DIALOGUE_FLAC,
                SampleAudio.TONE_WAV,
                SampleAudio.DIALOGUE_MP3,
                SampleAudio.DIALOGUE_AAC_M4A);

        var produced = produced(
                merge(mode, 0, 0), files.stream().map(SampleAudio::path).toArray(Path[]::new));

        var measures = produced.measures();
        assertThat(measures.format()).isEqualTo(Format.FLAC);
        assertThat(measures.sampleRate()).isEqualTo(16_000);
        assertThat(measures.channels()).isEqualTo(mode == Mode.CHANNELS ? 7 : 2);
        assertThat(measures.duration()).isCloseTo(mode == Mode.CONCATENATE ? 32 : 10, within(0.15));
    }

    @Test
    void theFormatCanBeChosen() {
        var toOgg = new Merge(List.of(), Mode.CONCATENATE, 0, 0, List.of(), Optional.of(Format.OGG));

        var measures = produced(toOgg, TONE, DIALOGUE).measures();

        assertThat(measures.format()).isEqualTo(Format.OGG);
        assertThat(measures.codec()).isEqualTo("opus");
        assertThat(measures.duration()).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void manyGoAtOnce(Mode mode) {
        var count = mode == Mode.CHANNELS ? 8 : 100;
        var many = Collections.nCopies(count, TONE).toArray(Path[]::new);

        var measures = produced(merge(mode, 0, 0), many).measures();

        assertThat(measures.duration()).isEqualTo(mode == Mode.CONCATENATE ? 200 : 2);
    }

    @Test
    void twentyClipsOfOddLengthKeepEverySample() {
        var odd = clip("odd.wav", 8000, 8003);

        var produced = produced(
                merge(Mode.CONCATENATE, 0, 0), Collections.nCopies(20, odd).toArray(Path[]::new));

        assertThat(Samples.of(produced.file()).length()).isEqualTo(20 * 8003);
        assertThat(produced.measures().seconds()).isEqualTo(20.0075);
        assertThat(produced.measures().duration()).isCloseTo(20.0075, within(0.0006));
    }

    @Test
    void aHundredSegmentsOfMp3KeepEverySample() {
        var segment = clip("segment.mp3", 44_100, 14_701);
        var length = Samples.of(segment).length();

        var produced = produced(
                merge(Mode.CONCATENATE, 0, 0), Collections.nCopies(100, segment).toArray(Path[]::new));

        assertThat(produced.measures().seconds()).isEqualTo(100 * length / 44_100.0);
        assertThat(Samples.of(produced.file()).length()).isEqualTo(100 * length);
    }

    @Test
    void gapsAndCrossfadesAreCountedInSamplesToo() {
        var odd = clip("odd-11025.wav", 11_025, 11_028);
        var many = Collections.nCopies(60, odd).toArray(Path[]::new);

        var apart = produced(merge(Mode.CONCATENATE, 0.0333, 0), many).measures();
        var overlapping = produced(merge(Mode.CONCATENATE, 0, 0.0333), many).measures();

        assertThat(apart.seconds()).isEqualTo((60 * 11_028 + 59 * 367) / 11_025.0);
        assertThat(overlapping.seconds()).isEqualTo((60 * 11_028 - 59 * 367) / 11_025.0);
    }

    @Test
    void clipsOfManyRatesAddUp() {
        var clips = IntStream.of(8000, 11_025, 16_000, 22_050, 44_100)
                .mapToObj(rate -> clip("clip-%d.wav".formatted(rate), rate, rate / 4 + 3))
                .toList();
        var many = Collections.nCopies(20, clips).stream().flatMap(List::stream).toArray(Path[]::new);

        var measures = produced(merge(Mode.CONCATENATE, 0, 0), many).measures();

        var planned = 20
                * clips.stream()
                        .mapToDouble(clip -> Measuring.measures(clip).seconds())
                        .sum();
        assertThat(measures.seconds()).isCloseTo(planned, within(0.01));
    }

    @Test
    void lengthsThatAreKnownToTheMillisecondAloneAreEnough() {
        var odd = clip("odd.wav", 8000, 8003);
        var known = new AudioInput(Measuring.unsigned(Measuring.measures(odd)), () -> Files.newInputStream(odd));

        var production = Producing.production(merge(Mode.CONCATENATE, 0, 0), folder, Collections.nCopies(100, known));

        assertThat(production)
                .isInstanceOfSatisfying(
                        Produced.class,
                        produced -> assertThat(produced.measures().seconds()).isEqualTo(100 * 8003 / 8000.0));
    }

    @Test
    void aVoiceIsNotCancelledByTheSameTurnedOver() {
        var over = folder.resolve("over.wav");
        SampleAudio.ffmpeg("-i", TONE.toString(), "-af", "pan=mono|c0=-0.8*c0", over.toString());

        var mixed = Samples.of(merged(offset(Mode.MIX, 0, 0), TONE, over));

        assertThat(mixed.peak()).isCloseTo(1.8 * Samples.of(TONE).peak(), within(1e-3));
        assertThat(mixed.correlation(Samples.of(TONE))).isGreaterThan(0.9999);
    }

    @Test
    void onlyTheChannelThatWouldCancelIsTurnedOver() {
        var over = folder.resolve("over.wav");
        SampleAudio.ffmpeg("-i", DIALOGUE.toString(), "-af", "pan=stereo|c0=c0|c1=-1*c1", over.toString());
        var late = offset(Mode.MIX, 1.5, 0, 1.5);

        var mixed = Samples.of(merged(late, DIALOGUE, TONE, over)).from(16_000, 92_000);

        var dialogue = Samples.of(DIALOGUE).from(4000, 80_000);
        assertThat(mixed.channel(0).correlation(dialogue.channel(0))).isGreaterThan(0.999);
        assertThat(mixed.channel(1).correlation(dialogue.channel(1))).isGreaterThan(0.999);
    }

    @Test
    void offsetsDoNotAddUp() {
        var off = folder.resolve("off.wav");
        SampleAudio.ffmpeg("-i", TONE.toString(), "-af", "volume=-12dB,aeval=val(0)+0.2:c=same", off.toString());

        var mixed = Samples.of(
                merged(merge(Mode.MIX, 0, 0), Collections.nCopies(4, off).toArray(Path[]::new)));

        assertThat(mixed.mean(0)).isCloseTo(0, within(1e-3));
        assertThat(mixed.peak()).isCloseTo(Samples.of(TONE).peak(), within(2e-3));
    }

    /** A tone of so many samples. */
    private Path clip(String name, int sampleRate, int samples) {
        var file = folder.resolve(name);
        var sine = "sine=300:r=%d,atrim=end_sample=%d".formatted(sampleRate, samples);
        SampleAudio.ffmpeg("-f", "lavfi", "-i", sine, file.toString());
        return file;
    }

    private static Merge merge(Mode mode, double gap, double crossfade) {
        return new Merge(List.of(), mode, gap, crossfade, List.of(), Optional.empty());
    }

    private static Merge offset(Mode mode, double... offsets) {
        return new Merge(List.of(), mode, 0, 0, Arrays.stream(offsets).boxed().toList(), Optional.empty());
    }

    private Path merged(Merge merge, Path... files) {
        return produced(merge, files).file();
    }

    private Produced produced(Merge merge, Path... files) {
        return Producing.produced(merge, folder, files);
    }
}
