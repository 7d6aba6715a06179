package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Enhancement.Normalization;
import io.tapedeck.audio.Enhancement.SilenceRemoval;
import io.tapedeck.audio.Enhancement.Strength;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Merge.Mode;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.measure.Quality;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parties of a call are discrete: whatever a file or a format says of places in a room, none is mixed, moved or left out. */
class DiscreteChannelsTest {
    private static final Path AUDIO = Path.of("src/test/resources/audio");
    private static final int LOW_FREQUENCY = 8;

    /** Parties in a file, measured and decoded once for all tests that work on it. */
    private record Call(AudioInput input, Samples samples) {
        static Call of(int channels) {
            var file = Parties.of(calls.resolve(channels + ".wav"), channels, OptionalInt.empty());
            return new Call(Producing.input(file), Samples.of(file));
        }
    }

    @TempDir
    static Path calls;

    private static final Map<Integer, Call> KNOWN = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    static Stream<Arguments> masks() {
        return IntStream.rangeClosed(1, 8).boxed().flatMap(channels -> {
            var first = (1 << channels) - 1;
            return Stream.of(first, first << 4, first << 1 | LOW_FREQUENCY, LOW_FREQUENCY, 0, 0x3ffff, -1)
                    .distinct()
                    .map(mask -> Arguments.of(channels, mask));
        });
    }

    @ParameterizedTest
    @MethodSource("masks")
    void everyChannelCountsAlikeWhateverPlaceTheHeaderGivesIt(int channels, int mask) {
        var file = Parties.of(folder.resolve("mask.wav"), channels, OptionalInt.of(mask));

        var measures = Measuring.measures(file);

        assertThat(measures.channels()).isEqualTo(channels);
        assertThat(measures.loudness().integrated()).isCloseTo(-26.1 + 10 * Math.log10(channels), within(0.7));
        assertThat(measures.warnings()).noneMatch(warning -> warning.message().contains("louder"));
    }

    static Stream<Arguments> codecs() {
        return IntStream.rangeClosed(1, 8)
                .boxed()
                .flatMap(channels -> Format.WRITTEN.stream()
                        .flatMap(format -> Codec.onOffer(format).stream()
                                .filter(codec -> codec != Codec.MP3 || channels <= 2)
                                .map(codec -> Arguments.of(channels, format, codec))));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void everyCodecKeepsEachChannelInItsOrder(int channels, Format format, Codec codec) {
        var call = call(channels);

        var produced = Producing.produced(to(format, codec, Optional.empty()), folder, List.of(call.input()));

        assertThat(produced.measures().loudness().integrated())
                .isCloseTo(call.input().measures().loudness().integrated(), within(0.2));
        assertSame(produced.file(), call.samples(), codec);
    }

    @Test
    void sixChannelsOfVorbisAreWrittenAtARateThatKeepsTheLast() {
        var file = Parties.of(folder.resolve("six.wav"), 6, OptionalInt.empty());
        var at48 = Producing.produced(to(Format.WAV, Codec.PCM_S16LE, Optional.of(48_000)), folder, file)
                .file();

        var produced = Producing.produced(to(Format.OGG, Codec.VORBIS, Optional.empty()), folder, at48);

        assertThat(produced.measures().sampleRate()).isEqualTo(32_000);
        assertSame(produced.file(), Samples.of(file), Codec.VORBIS);
        assertThat(Producing.failure(to(Format.OGG, Codec.VORBIS, Optional.of(48_000)), folder, file)
                        .message())
                .contains("vorbis with 6 channels does not support a sample rate of 48000 Hz");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void losslessTracksAreLosslesslyTrimmedAgain(int channels) {
        var wav = Parties.of(folder.resolve("tracks.wav"), channels, OptionalInt.empty());
        var alac = folder.resolve("tracks.m4a");
        SampleAudio.ffmpeg("-i", wav.toString(), "-c:a", "alac", alac.toString());

        for (var file : List.of(wav, alac)) {
            var trim = new Trim(Optional.of(0.5), Optional.of(1.5), List.of());
            var samples = Samples.of(Producing.produced(trim, folder, file).file());
            assertThat(samples.channels())
                    .isDeepEqualTo(Samples.of(file).from(4000, 12_000).channels());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6, 8})
    void whatIsCutOutJoinsTheSameChannels(int channels) {
        var call = call(channels);
        var trim = new Trim(Optional.empty(), Optional.empty(), List.of(new Range(0.5, 1)));

        var samples = Samples.of(
                Producing.produced(trim, folder, List.of(call.input())).file());

        assertThat(samples.from(4100, 12_000).channels())
                .isDeepEqualTo(call.samples().from(8100, 16_000).channels());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8})
    void compressingKeepsEveryParty(int channels) {
        var call = call(channels);
        var high = Optional.of(Quality.HIGH);
        var compression = new Compression(Optional.empty(), Optional.empty(), Optional.empty(), high);

        var made = Producing.produced(compression, folder, List.of(call.input()));

        assertSame(made.file(), call.samples(), Codec.OPUS);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6, 8})
    void enhancingRaisesEveryPartyAlike(int channels) {
        var call = call(channels);
        for (var perChannel : List.of(true, false)) {
            var task = new Enhancement(
                    Optional.of(Strength.LIGHT),
                    Optional.of(new Normalization(-16, -1, perChannel)),
                    Optional.of(new SilenceRemoval(-40, 0.5, 0.2)));

            var samples = Samples.of(
                    Producing.produced(task, folder, List.of(call.input())).file());

            assertThat(samples.count()).isEqualTo(channels);
            for (int i = 0; i < channels; i++) {
                assertThat(samples.channel(i).correlation(call.samples().channel(i)))
                        .as("channel " + i)
                        .isGreaterThan(0.99);
                assertThat(samples.channel(i).peak())
                        .isCloseTo(samples.channel(0).peak(), within(0.1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void mergingKeepsEveryPartyOfEveryLeg(Mode mode) {
        var three = Parties.of(folder.resolve("three.wav"), 3, OptionalInt.empty());
        var four = Parties.of(folder.resolve("four.wav"), 4, OptionalInt.of(0b1111));
        var merge = new Merge(List.of(), mode, 0, 0, List.of(), Optional.empty());

        var samples = Samples.of(Producing.produced(merge, folder, three, four).file());

        var first = Samples.of(three);
        var second = Samples.of(four);
        switch (mode) {
            case CHANNELS -> {
                assertThat(Arrays.copyOf(samples.channels(), 3)).isDeepEqualTo(first.channels());
                assertThat(Arrays.copyOfRange(samples.channels(), 3, 7)).isDeepEqualTo(second.channels());
            }
            case CONCATENATE -> {
                assertThat(Arrays.copyOf(samples.from(0, 16_000).channels(), 3)).isDeepEqualTo(first.channels());
                assertThat(samples.from(16_000, 32_000).channels()).isDeepEqualTo(second.channels());
            }
            case MIX -> {
                assertThat(samples.channel(1).peak())
                        .isCloseTo(2 * first.channel(1).peak(), within(0.001));
                assertThat(samples.channel(1).correlation(first.channel(1))).isGreaterThan(0.9999);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void legsBecomeChannelsInTheirOrder(int legs) {
        var files = IntStream.range(0, legs)
                .mapToObj(i -> Parties.party(folder.resolve("leg" + i + ".wav"), i))
                .toArray(Path[]::new);
        var merge = new Merge(List.of(), Mode.CHANNELS, 0, 0, List.of(), Optional.empty());

        var samples = Samples.of(Producing.produced(merge, folder, files).file());

        for (int i = 0; i < legs; i++) {
            assertThat(samples.channel(i).channels())
                    .isDeepEqualTo(Samples.of(files[i]).channels());
        }
    }

    @Test
    void legsOfOneAndTwoChannelsComeInTheirOrder() {
        var one = Parties.of(folder.resolve("one.wav"), 1, OptionalInt.empty());
        var two = Parties.of(folder.resolve("two.wav"), 2, OptionalInt.empty());
        var merge = new Merge(List.of(), Mode.CHANNELS, 0, 0, List.of(), Optional.of(Format.FLAC));

        var samples =
                Samples.of(Producing.produced(merge, folder, one, two, one).file());

        assertThat(samples.channel(0).channels()).isDeepEqualTo(Samples.of(one).channels());
        assertThat(Arrays.copyOfRange(samples.channels(), 1, 3))
                .isDeepEqualTo(Samples.of(two).channels());
        assertThat(samples.channel(3).channels()).isDeepEqualTo(Samples.of(one).channels());
    }

    @ParameterizedTest
    @CsvSource({"three_plain.wav, 1", "ext_LRC_on2.wav, 0.2"})
    void aVoiceOnTheThirdChannelIsHeardAndCreditedThere(String name, double seconds) {
        var measures = Measuring.measures(AUDIO.resolve(name));

        assertThat(measures.speech().get(2)).isGreaterThan(0.2);
        if (name.startsWith("ext")) {
            assertThat(measures.speech().subList(0, 2)).containsOnly(0.0);
            assertThat(measures.loudness().integrated()).isGreaterThan(-50);
        }
    }

    private static Call call(int channels) {
        return KNOWN.computeIfAbsent(channels, Call::of);
    }

    private static void assertSame(Path made, Samples expected, Codec codec) {
        var samples = Samples.of(made, Parties.RATE);
        assertThat(samples.count()).isEqualTo(expected.count());
        assertThat(samples.length()).isCloseTo(expected.length(), within(codec == Codec.OPUS ? 4 : 0));
        for (int i = 0; i < expected.count(); i++) {
            var channel = samples.channel(i);
            assertThat(channel.correlation(expected.channel(i)))
                    .as("channel " + i)
                    .isGreaterThan(codec.isExact() ? 0.999 : 0.9);
            assertThat(20 * Math.log10(channel.rms() / expected.channel(i).rms()))
                    .as("level of channel " + i)
                    .isCloseTo(0, within(1.0));
        }
    }

    private static Conversion to(Format format, Codec codec, Optional<Integer> rate) {
        return new Conversion(format, Optional.of(codec), rate, Optional.empty(), Optional.empty());
    }
}
