package io.tapedeck.ffmpeg.analysis;

import static io.tapedeck.ffmpeg.analysis.MadeSound.mixed;
import static io.tapedeck.ffmpeg.analysis.MadeSound.noise;
import static io.tapedeck.ffmpeg.analysis.MadeSound.of;
import static io.tapedeck.ffmpeg.analysis.MadeSound.said;
import static io.tapedeck.ffmpeg.analysis.MadeSound.scaled;
import static io.tapedeck.ffmpeg.analysis.MadeSound.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.analysis.CallSound;
import io.tapedeck.analytics.AudioQuality;
import io.tapedeck.analytics.Call;
import io.tapedeck.analytics.CallAnalysis;
import io.tapedeck.analytics.ChannelQuality;
import io.tapedeck.analytics.words.OutsideWording;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.Pcm;
import io.tapedeck.ffmpeg.Producing;
import io.tapedeck.ffmpeg.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegSoundAnalyzerTest {
    private static final Path AUDIO = Path.of("src", "test", "resources", "audio");
    private static final double SECONDS = 59;

    private final double[] agent = said("made-call.flac", 0, 0, SECONDS);
    private final double[] caller = said("made-call.flac", 1, 0, SECONDS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"DIALOGUE_WAV", "DIALOGUE_MULAW_WAV", "DIALOGUE_BARE_MP3", "DIALOGUE_OPUS_OGG", "DIALOGUE_AAC_M4A"
            })
    void eachChannelSpeaksWhenItDoes(SampleAudio sample) {
        var sound = Heard.in(sample.path());

        assertSpeech(sound.channels().get(0).speech(), 0.5, 4.5);
        assertSpeech(sound.channels().get(1).speech(), 5, 9);
        assertThat(sound.hold()).isEmpty();
        assertThat(sound.keypad()).isEmpty();
    }

    /**
     * Frames of 20 ms over -50 dBFS, with gaps of up to 0.3 s closed, make 97 s of the agent and 101 s of the caller. The real call is
     * clean enough for that to be its speech.
     */
    @Test
    void speakingTimeOfARealCallIsThatOfAPlainEnergyGate() {
        var call = AUDIO.resolve("call-40.wav");
        var samples = Samples.of(call);
        var sound = Heard.in(call);

        for (int channel = 0; channel < 2; channel++) {
            var gated = EnergyGate.seconds(samples.channels()[channel], -50, 0.3);
            assertThat(Heard.seconds(sound.channels().get(channel).speech())).isCloseTo(gated, within(0.03 * gated));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call-40.wav",
                "made-call.flac",
                "ext_LRC_on2.wav",
                "three_plain.wav",
                "chain_vorbis_rate.ogg",
                "mp3_stereo_mono.mp3",
                "gsm610.wav"
            })
    void whereNobodyIsOnHoldSpeakingTimeIsThatOfTheRecording(String file) {
        assertSpeakingTimeOfTheRecording(AUDIO.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -10, -20, -30})
    void speakingTimeIsThatOfTheRecordingHoweverSoft(double decibels) {
        var gain = Math.pow(10, decibels / 20);
        var first = scaled(said("call-40.wav", 0, 0, 60), gain);
        var second = scaled(said("call-40.wav", 1, 0, 60), gain);

        assertSpeakingTimeOfTheRecording(Heard.file(folder, Heard.LINEAR, first, second));
        assertSpeakingTimeOfTheRecording(Heard.file(folder, Heard.LINEAR, mixed(first, second)));
        assertSpeakingTimeOfTheRecording(Heard.file(folder, new String[] {"-c:a", "pcm_u8"}, first, second));
    }

    @ParameterizedTest
    @CsvSource({"1, 13.6, 32.3", "0.1, 11.7, 26.9"})
    void ofACallThatIsSofterLessCounts(double gain, double agent, double caller) {
        var file = Heard.file(
                folder,
                Heard.LINEAR,
                scaled(said("call-40.wav", 0, 0, 60), gain),
                scaled(said("call-40.wav", 1, 0, 60), gain));

        assertThat(Heard.in(file).channels())
                .extracting(channel -> Math.round(10 * Heard.seconds(channel.speech())) / 10.0)
                .containsExactly(agent, caller);
    }

    /** It is at -26 dBFS, two more at -50 dBFS, and what is between them at -70 dBFS. */
    @Test
    void aBurstInARecordingThatIsAlmostSilentIsAllOfItsSpeech() {
        var sound = Heard.in(AUDIO.resolve("ext_LRC_on2.wav"));

        assertThat(sound.channels())
                .extracting(channel -> channel.speech().size())
                .containsExactly(0, 0, 1);
        assertSpeech(sound.channels().get(2).speech(), 0.06, 0.3);
    }

    @Test
    void aDeadChannelIsDeadAndOneWay() {
        var quality = quality(Heard.LINEAR, agent, silence(SECONDS));

        assertThat(quality.channels()).extracting(ChannelQuality::dead).containsExactly(false, true);
        assertThat(quality.silentSides()).containsExactly(1);
        assertThat(quality.levelDifference()).isEmpty();
    }

    @Test
    void aSideThatIsTwentyDecibelsSofterIsUneven() {
        var even = quality(Heard.LINEAR, agent, caller);
        var uneven = quality(Heard.LINEAR, agent, scaled(caller, 0.1));

        assertThat(even.uneven()).isFalse();
        assertThat(uneven.uneven()).isTrue();
        assertThat(uneven.levelDifference().orElseThrow())
                .isCloseTo(20, within(even.levelDifference().orElseThrow() + 1));
    }

    @Test
    void aSideThatIsCutOffIsClipped() {
        var quality = quality(Heard.LINEAR, scaled(agent, 20), caller);

        assertThat(quality.channels()).extracting(ChannelQuality::clipped).containsExactly(true, false);
    }

    @Test
    void aSideThatIsOffCentreIsNothingElse() {
        var shifted = Arrays.stream(agent).map(sample -> sample + 0.1).toArray();
        var quality = quality(Heard.LINEAR, shifted, caller);
        var centred = quality(Heard.LINEAR, agent, caller);

        assertThat(quality.channels()).extracting(ChannelQuality::offCentre).containsExactly(true, false);
        assertThat(quality.channels().getFirst().sound().offset()).isCloseTo(0.1, within(0.001));
        assertThat(quality.channels().getFirst().sound().speechLevel().orElseThrow())
                .isCloseTo(centred.channels().getFirst().sound().speechLevel().orElseThrow(), within(0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {8, 12, 20, 30})
    void howFarSpeechIsAboveNoiseIsKnown(double decibels) {
        var voice = of(60, t -> t % 12 < 6 ? Pcm.voice(0.4).applyAsDouble(t) : 0);
        var level = levelOf(voice) * Math.sqrt(2);
        var noisy = mixed(voice, noise(60, level * Math.pow(10, -decibels / 20)));
        var quality = quality(Heard.LINEAR, noisy, caller60()).channels().getFirst();

        assertThat(quality.signalToNoise().orElseThrow()).isCloseTo(decibels, within(2.0));
        assertThat(quality.noisy()).isEqualTo(decibels < 15);
        assertThat(quality.sound().noiseFloor().orElseThrow())
                .isCloseTo(20 * Math.log10(level) - decibels, within(1.0));
    }

    @Test
    void musicAndKeysCountNeitherAsSpeechNorAsNoise() {
        var plain = MadeSound.joined(agent, silence(24));
        var held = MadeSound.joined(agent, scaled(Music.STRINGS.sound(), 3));
        var sound = Heard.in(Heard.file(folder, Heard.LINEAR, held, silence(SECONDS + 24)));
        var without = Heard.in(Heard.file(folder, Heard.LINEAR, plain, silence(SECONDS + 24)));

        assertThat(sound.hold()).hasSize(1);
        var found = sound.channels().getFirst().sound();
        var wanted = without.channels().getFirst().sound();
        assertThat(found.speechLevel().orElseThrow())
                .isCloseTo(wanted.speechLevel().orElseThrow(), within(0.5));
        assertThat(found.noiseFloor().orElseThrow()).isLessThan(-40);
    }

    @Test
    void keysAreHeardWhileTheOtherSideSpeaks() {
        var keys = of(SECONDS, t -> t > 1 && t < 3 && t % 0.2 < 0.05 ? 0.1 * key(t) : 0);
        var sound = Heard.in(Heard.file(folder, Heard.LINE, agent, keys));

        assertThat(sound.keypad()).hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(sound.keypad().get(i).start()).isCloseTo(1 + 0.2 * i, within(0.02));
        }
    }

    @Test
    void keysOnBothChannelsArePressedOnce() {
        var keys = of(10, t -> t > 2 && t < 4 && t % 0.5 < 0.1 ? 0.2 * key(t) : 0);

        assertThat(Heard.in(Heard.file(folder, Heard.LINEAR, keys, scaled(keys, 0.3)))
                        .keypad())
                .hasSize(4);
    }

    @Test
    void ofOneChannelAllIsKnown() {
        var input = Producing.input(Heard.file(folder, Heard.LINE, agent));
        var sound = Heard.in(input);

        assertThat(sound.channels()).hasSize(1);
        assertThat(sound.channels().getFirst().sound().loudness())
                .contains(input.measures().loudness());
        assertThat(sound.channels().getFirst().sound().noiseFloor()).isPresent();
    }

    @Test
    void threeChannelsAreThree() {
        var sound = Heard.in(Heard.file(folder, Heard.LINEAR, silence(SECONDS), agent, caller));

        assertThat(sound.channels()).hasSize(3);
        assertThat(sound.channels().get(0).speech()).isEmpty();
        assertThat(sound.channels().get(0).sound().silent()).isTrue();
        assertThat(Heard.seconds(sound.channels().get(1).speech())).isGreaterThan(15);
        assertThat(Heard.seconds(sound.channels().get(2).speech())).isGreaterThan(15);
    }

    @Test
    void onChannelsThatAreTheSameBothSpeak() {
        var sound = Heard.in(SampleAudio.DUPLICATED_WAV.path());

        assertSpeech(sound.channels().get(0).speech(), 0.5, 4.5);
        assertSpeech(sound.channels().get(1).speech(), 0.5, 4.5);
    }

    @Test
    void whatLeaksOverIsNotSpoken() {
        var sound = Heard.in(Heard.file(folder, Heard.LINEAR, agent, mixed(caller, scaled(agent, 0.1))));
        var apart = Heard.in(Heard.file(folder, Heard.LINEAR, agent, caller));

        assertThat(Heard.seconds(sound.channels().get(1).speech()))
                .isCloseTo(Heard.seconds(apart.channels().get(1).speech()), within(1.5));
    }

    @Test
    void inSilenceNothingIsHeard() {
        var sound = Heard.in(SampleAudio.SILENT_WAV.path());

        assertThat(sound.hold()).isEmpty();
        assertThat(sound.channels()).allSatisfy(channel -> {
            assertThat(channel.speech()).isEmpty();
            assertThat(channel.sound().silent()).isTrue();
            assertThat(channel.sound().speechLevel()).isEqualTo(OptionalDouble.empty());
        });
    }

    @Test
    void progressGoesUpToTheEnd() {
        var told = new ArrayList<Double>();
        new FfmpegSoundAnalyzer(Measuring.SETTINGS)
                .listen(Producing.input(SampleAudio.DIALOGUE_WAV.path()), folder, told::add);
        assertThat(told).isNotEmpty().isSorted().allMatch(share -> share >= 0 && share <= 1);
    }

    @Test
    void audioThatIsGoneMayBeThereAnotherTime() {
        var gone = new AudioInput(Measuring.measures(SampleAudio.DIALOGUE_WAV.path()), () -> {
            throw new IOException("gone");
        });
        assertThatThrownBy(() -> Heard.in(gone)).isInstanceOf(AudioProcessingException.class);
    }

    private AudioQuality quality(String[] coding, double[]... channels) {
        var input = Producing.input(Heard.file(folder, coding, channels));
        return quality(input, Heard.in(input));
    }

    private static AudioQuality quality(AudioInput input, CallSound sound) {
        var measures = input.measures();
        var call = new Call(
                measures.seconds(),
                measures.layout(),
                sound.channels(),
                Map.of(),
                Optional.empty(),
                sound.hold(),
                sound.keypad());
        return CallAnalysis.of(call, new Analysis(List.of(), 3, false))
                .analytics(OutsideWording.NONE)
                .audio();
    }

    private double[] caller60() {
        return Arrays.copyOf(caller, 60 * Heard.RATE);
    }

    private static double key(double t) {
        return Pcm.tone(852, 1).applyAsDouble(t) + Pcm.tone(1477, 1).applyAsDouble(t);
    }

    private static double levelOf(double[] sound) {
        return Math.sqrt(
                Arrays.stream(sound).map(sample -> sample * sample).average().orElseThrow());
    }

    /** To what is rounded, and to its frames where those are not of 20 ms. */
    private static void assertSpeakingTimeOfTheRecording(Path file) {
        var input = Producing.input(file);
        var sound = Heard.in(input);

        assertThat(sound.hold()).isEmpty();
        for (int i = 0; i < sound.channels().size(); i++) {
            var speech = input.measures().speech().get(i);
            assertThat(Heard.seconds(sound.channels().get(i).speech()))
                    .isCloseTo(speech, within(0.005 * speech + 0.001));
        }
    }

    private static void assertSpeech(List<Range> ranges, double start, double end) {
        assertThat(ranges).isNotEmpty();
        assertThat(ranges.getFirst().start()).isCloseTo(start, within(0.15));
        assertThat(ranges.getLast().end()).isCloseTo(end, within(0.15));
    }
}
