package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Masking.Mask;
import io.tapedeck.audio.Masking.Style;
import io.tapedeck.audio.Plan;
import io.tapedeck.audio.Range;
import io.tapedeck.container.Container;
import io.tapedeck.ffmpeg.probe.Ffprobe;
import io.tapedeck.ffmpeg.probe.SoundFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is masked cannot be heard, and what is not is as it was. */
class MaskingTest {
    private static final Path AUDIO = Path.of("src/test/resources/audio");
    private static final int RATE = 16_000;
    private static final double SECONDS = 3;
    /** At the very start, in the middle, shorter than 10 ms, and at the very end. */
    private static final List<Range> RANGES =
            List.of(new Range(0, 0.1), new Range(0.523, 1.301), new Range(1.8, 1.807), new Range(2.5, 3));
    /** Seconds on either side of a join that are faded. */
    private static final double FADE = 0.0025;

    @TempDir
    static Path given;

    /** Measured and decoded once for all tests that work on it. */
    private static final Map<Path, AudioInput> INPUTS = new ConcurrentHashMap<>();

    private static final Map<Path, Samples> DECODED = new ConcurrentHashMap<>();

    /** Voices with noise in all bits that there are, up to full scale. */
    private static Path sound;

    @TempDir
    Path folder;

    @BeforeAll
    static void speak() throws IOException {
        var random = new Random(7);
        var voice = Pcm.voice(0.6);
        var frames = (int) (RATE * SECONDS);
        var raw = ByteBuffer.allocate(2 * frames * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            var t = i / (double) RATE;
            raw.putDouble(Math.clamp(voice.applyAsDouble(t) + 0.1 * random.nextGaussian(), -1, 1));
            raw.putDouble(Math.clamp(voice.applyAsDouble(SECONDS - t) + 0.1 * random.nextGaussian(), -1, 1));
        }
        var file = Files.write(given.resolve("sound.f64"), raw.array());
        sound = given.resolve("sound.wav");
        SampleAudio.ffmpeg(
                "-f",
                "f64le",
                "-ar",
                "16000",
                "-ac",
                "2",
                "-i",
                file.toString(),
                "-c:a",
                "pcm_f64le",
                sound.toString());
    }

    static Stream<Arguments> exact() {
        return Stream.concat(
                written().filter(arguments -> ((Codec) arguments.get()[1]).isExact()),
                Stream.of(
                                Arguments.of(Format.FLAC, Codec.FLAC, "s32"),
                                Arguments.of(Format.OGG, Codec.FLAC, "s32"),
                                Arguments.of(Format.M4A, Codec.ALAC, "s32p"))
                        .flatMap(arguments -> Arrays.stream(Style.values())
                                .map(style -> Arguments.of(
                                        arguments.get()[0],
                                        arguments.get()[1],
                                        arguments.get()[2],
                                        style))));
    }

    static Stream<Arguments> lossy() {
        return written().filter(arguments -> !((Codec) arguments.get()[1]).isExact());
    }

    private static Stream<Arguments> written() {
        return Arrays.stream(Codec.values())
                .flatMap(codec -> codec.formats().stream()
                        .flatMap(format ->
                                Arrays.stream(Style.values()).map(style -> Arguments.of(format, codec, "", style))));
    }

    @ParameterizedTest
    @MethodSource("exact")
    void whatIsKeptOfExactCodecsIsTheSameToTheBitAndTheRestIsGone(
            Format format, Codec codec, String sampleFormat, Style style) throws IOException {
        var file = encoded(format, codec, sampleFormat);
        var whole = DECODED.computeIfAbsent(file, Samples::of);

        var produced = masked(file, style, everywhere(RANGES));

        var samples = Samples.of(produced.file());
        assertThat(produced.measures().codec()).isEqualTo(codec.toString());
        assertThat(sampleFormat(produced.file(), format)).isEqualTo(sampleFormat(file, format));
        if (style == Style.DELETION) {
            assertDeleted(produced, samples, whole);
        } else {
            assertThat(samples.length()).isEqualTo(whole.length());
            for (var range : Range.left(RANGES, SECONDS)) {
                assertThat(of(samples, range).channels())
                        .isDeepEqualTo(of(whole, range).channels());
            }
            for (var range : RANGES) {
                assertMasked(of(samples, range), codec, style);
            }
        }
    }

    private static void assertDeleted(Produced produced, Samples samples, Samples whole) {
        assertThat(produced.result().removed()).isEqualTo(RANGES);
        var kept = Range.left(RANGES, SECONDS);
        var fade = (int) (FADE * RATE);
        var at = 0;
        for (var range : kept) {
            var part = of(whole, range);
            assertThat(samples.from(at + fade, at + part.length() - fade).channels())
                    .isDeepEqualTo(part.from(fade, part.length() - fade).channels());
            at += part.length();
        }
        assertThat(samples.length()).isEqualTo(at);
    }

    private static void assertMasked(Samples span, Codec codec, Style style) {
        for (var channel : span.channels()) {
            if (style == Style.SILENCE) {
                assertThat(DoubleStream.of(channel).map(Math::abs).max().orElseThrow())
                        .isLessThanOrEqualTo(codec == Codec.PCM_ALAW ? 8 / 32_768.0 : 0);
            } else if (channel.length > 1000) {
                var inside = Arrays.copyOfRange(channel, 80, channel.length - 80);
                var tone = Tone.of(inside, RATE);
                assertThat(tone.amplitude()).isCloseTo(0.1, within(isCoarse(codec) ? 0.003 : 0.001));
                assertThat(tone.decibel()).as("beside the tone").isLessThan(isCoarse(codec) ? -27 : -50);
                assertThat(tone.power()).as("beside the tone").isLessThan(1e-5);
            }
        }
    }

    /** Of 8 bits, which round the tone itself by more. */
    private static boolean isCoarse(Codec codec) {
        return Set.of(Codec.PCM_U8, Codec.PCM_MULAW, Codec.PCM_ALAW).contains(codec);
    }

    @ParameterizedTest
    @MethodSource("lossy")
    void otherCodecsKeepTheirFormAndSoundAndWhatIsMaskedIsGone(
            Format format, Codec codec, String sampleFormat, Style style) {
        var file = encoded(format, codec, sampleFormat);
        var before = input(file).measures();
        var whole = DECODED.computeIfAbsent(file, decoded -> Samples.of(decoded, RATE));

        var produced = masked(file, style, everywhere(RANGES));

        var after = Measuring.measures(produced.file());
        assertThat(after.codec()).isEqualTo(before.codec());
        assertThat(after.sampleRate()).isEqualTo(before.sampleRate());
        assertThat(after.channels()).isEqualTo(2);
        assertThat(after.bitrate()).isCloseTo(before.bitrate(), within(before.bitrate() / 2));
        var samples = Samples.of(produced.file(), RATE);
        if (style == Style.DELETION) {
            var left = Range.left(RANGES, before.duration());
            assertThat(samples.length() / (double) RATE)
                    .isCloseTo(left.stream().mapToDouble(Range::length).sum(), within(0.001));
        } else {
            assertThat(samples.length()).isCloseTo(whole.length(), within(4));
            assertThat(of(samples, new Range(1.35, 1.75)).correlation(of(whole, new Range(1.35, 1.75))))
                    .isGreaterThan(0.9);
            var inside = of(samples, new Range(0.7, 1.1));
            for (var channel : inside.channels()) {
                assertThat(style == Style.BEEP ? Tone.of(channel, RATE).power() : power(channel))
                        .isLessThan(style == Style.BEEP ? 1e-4 : 1e-5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void otherChannelsStayAsTheyAre(int channels) {
        var file = Parties.of(folder.resolve("parties.wav"), channels, OptionalInt.empty());
        var alac = folder.resolve("parties.m4a");
        SampleAudio.ffmpeg("-i", file.toString(), "-c:a", "alac", alac.toString());
        var range = new Range(0.5, 1.5);

        for (var party : List.of(file, alac)) {
            var whole = Samples.of(party);
            var last = whole.count() - 1;
            var samples = Samples.of(masked(party, Style.SILENCE, List.of(new Mask(range, Set.of(last))))
                    .file());

            for (int i = 0; i < last; i++) {
                assertThat(samples.channel(i).channels())
                        .isDeepEqualTo(whole.channel(i).channels());
            }
            assertThat(samples.channel(last).from(4000, 12_000).peak()).isZero();
            assertThat(samples.channel(last).from(12_000, 16_000).channels())
                    .isDeepEqualTo(whole.channel(last).from(12_000, 16_000).channels());
        }
    }

    @Test
    void theOtherSideIsKeptWhereLossyCodecsMaskOne() {
        for (var codec : List.of(Codec.MP3, Codec.AAC, Codec.OPUS, Codec.VORBIS)) {
            var file = encoded(codec.formats().getFirst(), codec, "");
            var whole = Samples.of(file, RATE);
            for (var style : List.of(Style.SILENCE, Style.BEEP)) {
                var samples = Samples.of(
                        masked(file, style, List.of(new Mask(new Range(0.5, 2.5), Set.of(1))))
                                .file(),
                        RATE);

                assertThat(samples.channel(0).correlation(whole.channel(0))).isGreaterThan(0.9);
            }
        }
    }

    @Test
    void spansThatMeetAreOneAndThoseOfOtherChannelsTheirOwn() {
        var file = encoded(Format.WAV, Codec.PCM_S16LE, "");
        var masks = List.of(
                new Mask(new Range(0.5, 1), Set.of(0)),
                new Mask(new Range(0.75, 1.25), Set.of(1)),
                new Mask(new Range(1, 1.5), Set.of(0)));

        var samples = Samples.of(masked(file, Style.BEEP, masks).file());

        var one = samples.channel(0).from(8080, 23_920).channels()[0];
        var other = samples.channel(1).from(12_080, 19_920).channels()[0];
        assertThat(Tone.of(one, RATE).decibel()).isLessThan(-50);
        assertThat(Tone.of(other, RATE).decibel()).isLessThan(-50);
        assertThat(samples.channel(1).from(0, 12_000).channels())
                .isDeepEqualTo(Samples.of(file).channel(1).from(0, 12_000).channels());
    }

    @Test
    void theWaveformShowsNothingOfIt() {
        var produced = masked(sound, Style.SILENCE, everywhere(List.of(new Range(1, 2))));

        var waveform = produced.waveform();
        var second = waveform.sampleRate() / waveform.samplesPerPixel();
        assertThat(Arrays.copyOfRange(waveform.peaks(), 4 * (second + 1), 4 * (2 * second - 1)))
                .containsOnly(0);
        assertThat(Arrays.copyOfRange(waveform.peaks(), 0, 4 * (second - 1))).contains(20);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void tenThousandSpansGoAtOnce(Style style) {
        var file = folder.resolve("long.wav");
        SampleAudio.ffmpeg(
                "-f", "lavfi", "-i", "anoisesrc=r=8000:d=600:a=0.3:s=1", "-c:a", "pcm_mulaw", file.toString());
        var ranges = IntStream.range(0, 10_000)
                .mapToObj(i -> new Range(0.06 * i + 0.01, 0.06 * i + 0.04))
                .toList();

        var samples = Samples.of(masked(file, style, everywhere(ranges)).file());

        assertThat(samples.length()).isEqualTo(style == Style.DELETION ? 2_400_000 : 4_800_000);
        if (style == Style.SILENCE) {
            var whole = Samples.of(file);
            for (int i = 0; i < 10_000; i += 99) {
                assertThat(samples.from(480 * i + 80, 480 * i + 320).peak()).isZero();
                assertThat(samples.from(480 * i + 320, 480 * i + 480).channels())
                        .isDeepEqualTo(whole.from(480 * i + 320, 480 * i + 480).channels());
            }
        }
    }

    /** A deletion fades what is kept, and nothing else, into what it is joined to. */
    @Test
    void nothingOfWhatIsDeletedIsHeardAtTheJoin() {
        var file = folder.resolve("burst.wav");
        SampleAudio.ffmpeg(
                "-f", "lavfi", "-i", "aevalsrc=0.5*sin(2500*t)*between(t\\,0.5\\,0.9999):s=8000:d=2", file.toString());

        var samples = Samples.of(masked(file, Style.DELETION, everywhere(List.of(new Range(0.5, 1))))
                .file());

        assertThat(samples.length()).isEqualTo(12_000);
        assertThat(samples.peak()).isZero();
    }

    @Test
    void joinsDoNotClick() {
        var file = SampleAudio.TONE_WAV.path();
        var whole = Samples.of(file);

        var samples = Samples.of(masked(file, Style.DELETION, everywhere(List.of(new Range(0.5, 0.5 + 0.0125))))
                .file());

        assertThat(steepest(samples)).isLessThan(1.2 * steepest(whole));
    }

    @ParameterizedTest
    @CsvSource({
        "mp3_stereo_mono.mp3",
        "chain_vorbis_rate.ogg",
        "twotracks.m4a",
        "dtx_A.ogg",
        "offset_3s.m4a",
        "gsm610.wav"
    })
    void oddFilesAreMaskedWhereTheyAreHeard(String name) throws IOException {
        var file = AUDIO.resolve(name);
        var duration = Measuring.measures(file).duration();
        var range = new Range(duration / 4, 3 * duration / 4);
        range = new Range(Math.floor(range.start()), Math.floor(range.end()));

        var silent = masked(file, Style.SILENCE, everywhere(List.of(range)));
        var shorter = masked(file, Style.DELETION, everywhere(List.of(range)));

        assertThat(silent.measures().duration()).isCloseTo(duration, within(0.001));
        assertThat(shorter.measures().duration()).isCloseTo(duration - range.length(), within(0.001));
        var samples = Samples.of(silent.file(), RATE);
        var inside = of(samples, new Range(range.start() + 0.2, range.end() - 0.2));
        assertThat(inside.rms()).isLessThan(0.003);
    }

    private static List<Mask> everywhere(List<Range> ranges) {
        return ranges.stream().map(range -> new Mask(range, Set.of())).toList();
    }

    private Path encoded(Format format, Codec codec, String sampleFormat) {
        var file = given.resolve(codec + sampleFormat + "." + format.extension());
        if (Files.notExists(file)) {
            var name =
                    codec.name().startsWith("PCM") || codec == Codec.FLAC || codec == Codec.ALAC || codec == Codec.AAC
                            ? codec.toString()
                            : codec == Codec.MP3 ? "libmp3lame" : "lib" + codec;
            var depth = codec == Codec.FLAC ? "s16" : codec == Codec.ALAC ? "s16p" : "";
            var wanted = sampleFormat.isEmpty() ? depth : sampleFormat;
            var options = wanted.isEmpty() ? new String[] {} : new String[] {"-sample_fmt", wanted};
            var command = Stream.of(
                            Stream.of("-i", sound.toString(), "-c:a", name),
                            Arrays.stream(options),
                            Stream.of(file.toString()))
                    .flatMap(part -> part)
                    .toArray(String[]::new);
            SampleAudio.ffmpeg(command);
        }
        return file;
    }

    private Produced masked(Path file, Style style, List<Mask> masks) {
        return masked(input(file), new Masking(style, masks));
    }

    private Produced masked(AudioInput input, Masking masking) {
        try {
            var empty = Files.createTempDirectory(folder, "work");
            var plan = masking.plan(input.measures());
            assertThat(plan).isInstanceOf(Plan.Feasible.class);
            var encoding = ((Plan.Feasible) plan).encoding();
            var production = new FfmpegAudioProcessor(Measuring.SETTINGS)
                    .mask(
                            masking,
                            encoding,
                            input,
                            empty,
                            share -> assertThat(share).isBetween(0.0, 1.0));
            assertThat(production).isInstanceOf(Produced.class);
            return (Produced) production;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AudioInput input(Path file) {
        return INPUTS.computeIfAbsent(file, Producing::input);
    }

    private static String sampleFormat(Path file, Format format) throws IOException {
        var answer = new Ffprobe(Measuring.SETTINGS, Measuring.SETTINGS.tool())
                .ask(SoundFile.of(file, Container.of(format)));
        return ((Ffprobe.Answer.Found) answer).sampleFormat();
    }

    private static Samples of(Samples samples, Range range) {
        return samples.from((int) Math.round(range.start() * RATE), (int) Math.round(range.end() * RATE));
    }

    private static double power(double[] sound) {
        return DoubleStream.of(sound).map(x -> x * x).average().orElseThrow();
    }

    private static double steepest(Samples samples) {
        var one = samples.channels()[0];
        return IntStream.range(1, one.length)
                .mapToDouble(i -> Math.abs(one[i] - one[i - 1]))
                .max()
                .orElseThrow();
    }

    /**
     * A tone of 1 kHz in a sound.
     *
     * @param power of what is beside it
     */
    private record Tone(double amplitude, double power) {
        static Tone of(double[] sound, int rate) {
            double s = 0;
            double c = 0;
            var periods = sound.length - sound.length % (rate / 1000);
            for (int i = 0; i < periods; i++) {
                s += sound[i] * Math.sin(2 * Math.PI * 1000 * i / rate) * 2 / periods;
                c += sound[i] * Math.cos(2 * Math.PI * 1000 * i / rate) * 2 / periods;
            }
            double rest = 0;
            for (int i = 0; i < periods; i++) {
                var phase = 2 * Math.PI * 1000 * i / rate;
                rest += Math.pow(sound[i] - s * Math.sin(phase) - c * Math.cos(phase), 2) / periods;
            }
            return new Tone(Math.hypot(s, c), rest);
        }

        /** dB of what is beside the tone, relative to it. */
        double decibel() {
            return 10 * Math.log10(power / (amplitude * amplitude / 2));
        }
    }
}
