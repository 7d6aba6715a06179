package io.tapedeck.ffmpeg.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.AudioProcessor.Measurement.Measured;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.ffmpeg.FfmpegAudioProcessor;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.Producing;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.SpokenChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FfmpegSpeechAudioTest {
    private static final Path AUDIO = Path.of("src", "test", "resources", "audio");
    private static final double CLOSE = 0.15;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {
                "DIALOGUE_WAV",
                "DIALOGUE_MULAW_WAV",
                "DIALOGUE_F32_WAV",
                "DIALOGUE_U8_WAV",
                "DIALOGUE_BARE_MP3",
                "DIALOGUE_OPUS_OGG",
                "DIALOGUE_OPUS_WEBM",
                "DIALOGUE_AAC_M4A",
                "DIALOGUE_FLAC",
                "COVER_M4A"
            })
    void eachChannelIsHeardAloneAndInTime(SampleAudio sample) throws IOException {
        var channels = channels(Producing.input(sample.path()));

        assertThat(channels).hasSize(2);
        assertSpeech(channels.get(0), new Range(0.5, 4.5));
        assertSpeech(channels.get(1), new Range(5, 9));
        assertThat(channels.get(0).pcm())
                .hasSize(2 * Math.round(Measuring.measures(sample.path()).seconds() * Recognizer.SAMPLE_RATE));
        assertThat(level(channels.get(0), 5, 9)).isLessThan(0.02 * level(channels.get(0), 0.5, 4.5));
    }

    @ParameterizedTest
    @CsvSource({"dtx_A.ogg, 20, 5, 15", "dtx_A.webm, 20, 5, 15", "offset_3s.m4a, 23, 0, 3"})
    void gapsOfTheTimeLineAreSilence(String file, double seconds, double start, double end) throws IOException {
        var channel = channels(Producing.input(AUDIO.resolve(file))).getFirst();

        assertThat(seconds(channel)).isCloseTo(seconds, within(0.05));
        assertThat(level(channel, start, end - 0.1)).isLessThan(0.2 * level(channel, end, seconds));
        assertThat(level(channel, start + 0.5, end - 0.1)).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({"mp3_stereo_mono.mp3, 14.06", "chain_vorbis_rate.ogg, 14.01"})
    void joinedFilesAreHeardToTheirEnd(String file, double seconds) {
        for (var channel : channels(Producing.input(AUDIO.resolve(file)))) {
            assertThat(seconds(channel)).isCloseTo(seconds, within(0.05));
            assertThat(channel.voice().ranges().getLast().end()).isGreaterThan(11);
        }
    }

    @Test
    void channelsStayApartWhateverTheFileSaysOfPlaces() throws IOException {
        var channels = channels(Producing.input(AUDIO.resolve("ext_LRC_on2.wav")));

        assertThat(channels).extracting(SpokenChannel::number).containsExactly(0, 1, 2);
        assertThat(channels)
                .extracting(channel -> channel.voice().ranges().isEmpty())
                .containsExactly(true, true, false);
        assertThat(level(channels.get(0), 0, 2)).isZero();
    }

    @Test
    void everyTrackOfAFileIsAChannel() {
        var channels = channels(Producing.input(twoTracks()));

        assertThat(channels).hasSize(2);
        assertSpeech(channels.get(0), new Range(0.5, 4.5));
        assertSpeech(channels.get(1), new Range(5, 9));
    }

    @Test
    void ofChannelsThatAreTheSameOneStandsForAll() {
        assertSpeech(channels(Producing.input(SampleAudio.DUPLICATED_WAV.path())), new Range(0.5, 4.5));
    }

    @Test
    void inSilenceNobodySpeaks() {
        assertThat(channels(Producing.input(SampleAudio.SILENT_WAV.path())))
                .allSatisfy(channel -> assertThat(channel.voice().ranges()).isEmpty());
    }

    @Test
    void keypadTonesAreNoSpeech() {
        assertThat(channels(Producing.input(AUDIO.resolve("dtmf_100_mulaw.wav"))))
                .allSatisfy(channel -> assertThat(channel.voice().ranges()).isEmpty());
    }

    @Test
    void aSoftCallIsHeardAllTheSame() {
        assertSpeech(channels(Producing.input(made("-af", "volume=-36dB"))).getFirst(), new Range(0.5, 4.5));
    }

    @Test
    void anOffsetIsTakenOut() throws IOException {
        var channels = channels(Producing.input(made("-af", "dcshift=0.2")));

        assertSpeech(channels.getFirst(), new Range(0.5, 4.5));
        assertThat(level(channels.getFirst(), 6, 9)).isLessThan(10);
    }

    @Test
    void soundWithoutAHeaderIsReadAsItWasMeasured() {
        var file = SampleAudio.DIALOGUE_RAW_MULAW.path();
        var raw = new RawFormat(RawFormat.Coding.PCM_MULAW, 8000, 2);
        var measured = (Measured) new FfmpegAudioProcessor(Measuring.SETTINGS).measure(file, Optional.of(raw));

        var channels = channels(new AudioInput(measured.measures(), () -> Files.newInputStream(file)));

        assertSpeech(channels.get(1), new Range(5, 9));
    }

    @Test
    void whatLeaksOverIsNeitherSpokenNorLeftToBeHeard() throws IOException {
        var channels = channels(Producing.input(made("-af", "pan=stereo|c0=c0|c1=c1+0.1*c0")));

        assertSpeech(channels.get(1), new Range(5, 9));
        assertThat(level(channels.get(1), 0.7, 4.3)).isLessThan(1);
        assertThat(level(channels.get(1), 5, 9)).isGreaterThan(1000);
    }

    @Test
    void progressGoesUpToTheEnd() {
        var told = new ArrayList<Double>();
        new FfmpegSpeechAudio(Measuring.SETTINGS)
                .channels(Producing.input(SampleAudio.DIALOGUE_WAV.path()), folder, told::add);
        assertThat(told).isNotEmpty().isSorted().allMatch(share -> share >= 0 && share <= 1);
    }

    @Test
    void audioThatIsGoneMayBeThereAnotherTime() {
        var input = Producing.input(SampleAudio.DIALOGUE_WAV.path());
        var gone = new AudioInput(input.measures(), () -> {
            throw new IOException("gone");
        });
        assertThatThrownBy(() -> channels(gone)).isInstanceOf(AudioProcessingException.class);
    }

    private List<SpokenChannel> channels(AudioInput input) {
        return new FfmpegSpeechAudio(Measuring.SETTINGS).channels(input, folder, share -> {});
    }

    private Path made(String... arguments) {
        var file = folder.resolve("made.wav");
        var command =
                new ArrayList<>(List.of("-i", SampleAudio.DIALOGUE_WAV.path().toString()));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        SampleAudio.ffmpeg(command.toArray(String[]::new));
        return file;
    }

    private Path twoTracks() {
        var file = folder.resolve("tracks.m4a");
        var graph = "[0]pan=mono|c0=c0[a];[0]pan=mono|c0=c1[b]";
        var dialogue = SampleAudio.DIALOGUE_WAV.path().toString();
        SampleAudio.ffmpeg("-i", dialogue, "-filter_complex", graph, "-map", "[a]", "-map", "[b]", file.toString());
        return file;
    }

    private static void assertSpeech(List<SpokenChannel> channels, Range expected) {
        assertThat(channels).hasSize(1);
        assertSpeech(channels.getFirst(), expected);
    }

    private static void assertSpeech(SpokenChannel channel, Range expected) {
        var ranges = channel.voice().ranges();
        assertThat(ranges).isNotEmpty();
        assertThat(ranges.getFirst().start()).isCloseTo(expected.start(), within(CLOSE));
        assertThat(ranges.getLast().end()).isCloseTo(expected.end(), within(CLOSE));
    }

    private static double seconds(SpokenChannel channel) {
        return channel.pcm().toFile().length() / 2.0 / Recognizer.SAMPLE_RATE;
    }

    /** RMS, where full scale is 32,768. */
    private static double level(SpokenChannel channel, double start, double end) throws IOException {
        ShortBuffer samples = ByteBuffer.wrap(Files.readAllBytes(channel.pcm()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        var from = (int) (start * Recognizer.SAMPLE_RATE);
        var to = Math.min(samples.limit(), (int) (end * Recognizer.SAMPLE_RATE));
        var sum = 0.0;
        for (int i = from; i < to; i++) {
            sum += (double) samples.get(i) * samples.get(i);
        }
        return Math.sqrt(sum / (to - from));
    }
}
