package io.tapedeck.ffmpeg.analysis;

import static io.tapedeck.ffmpeg.analysis.MadeSound.joined;
import static io.tapedeck.ffmpeg.analysis.MadeSound.leveled;
import static io.tapedeck.ffmpeg.analysis.MadeSound.mixed;
import static io.tapedeck.ffmpeg.analysis.MadeSound.noise;
import static io.tapedeck.ffmpeg.analysis.MadeSound.of;
import static io.tapedeck.ffmpeg.analysis.MadeSound.said;
import static io.tapedeck.ffmpeg.analysis.MadeSound.scaled;
import static io.tapedeck.ffmpeg.analysis.MadeSound.seconds;
import static io.tapedeck.ffmpeg.analysis.MadeSound.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.analysis.CallSound;
import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.Pcm;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldTest {
    private static final Path AUDIO = Path.of("src", "test", "resources", "audio");
    private static final double CLOSE = 0.5;
    private static final double[] AGENT = said("made-call.flac", 0, 0.4, 5.7);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void musicIsHoldToItsBordersAndNoSpeech(Music music) {
        var call = joined(AGENT, silence(0.5), music.sound(), silence(0.3), AGENT);
        var start = seconds(AGENT) + 0.5;
        for (var coding : new String[][] {Heard.LINEAR, Heard.LINE}) {
            var sound = heard(coding, call, silence(seconds(call)));

            assertHold(sound, start, start + Music.SECONDS);
            assertThat(Heard.seconds(sound.channels().getFirst().speech()))
                    .isCloseTo(2 * seconds(AGENT), within(2 * CLOSE));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 440, 480", "1, 4, 425, 425", "0.5, 0.5, 480, 620", "0.25, 0.25, 480, 620", "30, 0.1, 350, 440"})
    void tonesOfATelephoneAreHoldAndNoSpeech(double on, double off, double low, double high) {
        var sound = heard(Heard.LINE, of(30, t -> t % (on + off) < on ? tone(low, t) + tone(high, t) : 0), silence(30));

        assertThat(sound.hold()).hasSize(1);
        assertThat(sound.hold().getFirst().start()).isCloseTo(0, within(CLOSE));
        assertThat(sound.hold().getFirst().end()).isBetween(24.5, 30.0);
        assertThat(sound.channels().getFirst().speech()).isEmpty();
    }

    @Test
    void anAnnouncementBetweenMusicIsSpeech() {
        var music = Music.BAND.sound();
        var sound = heard(Heard.LINE, joined(music, AGENT, music), silence(2 * Music.SECONDS + seconds(AGENT)));

        assertThat(sound.hold()).hasSize(2);
        assertThat(sound.hold().get(0).end()).isCloseTo(Music.SECONDS, within(CLOSE));
        assertThat(sound.hold().get(1).start()).isCloseTo(Music.SECONDS + seconds(AGENT), within(CLOSE));
        assertThat(Heard.seconds(sound.channels().getFirst().speech())).isCloseTo(seconds(AGENT), within(2 * CLOSE));
    }

    @Test
    void whoTalksWhileMusicPlaysIsNotOnHold() {
        var talk = joined(silence(9), AGENT, silence(Music.SECONDS - 9 - seconds(AGENT)));
        var sound = heard(Heard.LINE, Music.CHORDS.sound(), talk);

        assertThat(sound.hold()).hasSize(2);
        assertThat(sound.hold().get(0).end()).isCloseTo(9, within(CLOSE));
        assertThat(sound.hold().get(1).start()).isCloseTo(9 + seconds(AGENT), within(CLOSE));
        assertThat(Heard.seconds(sound.channels().get(1).speech())).isCloseTo(seconds(AGENT), within(CLOSE));
        assertThat(sound.channels().get(0).speech()).isEmpty();
    }

    @Test
    void aToneOrMusicUnderFiveSecondsIsNoHold() {
        var dial = of(4.5, t -> tone(350, t) + tone(440, t));
        assertThat(heard(Heard.LINE, joined(silence(3), dial, silence(3))).hold())
                .isEmpty();
        var jingle = Arrays.copyOf(Music.BAND.sound(), 4 * Heard.RATE);
        assertThat(heard(Heard.LINE, joined(silence(6), jingle, silence(6))).hold())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-40.wav", "made-call.flac"})
    void aCallInWhichPeopleTalkIsNotOnHold(String file) {
        assertThat(Heard.in(AUDIO.resolve(file)).hold()).isEmpty();
    }

    @Test
    void severalWhoTalkAtOnceAreNotOnHold() {
        var babble = mixed(
                said("call-40.wav", 0, 0, 59),
                said("call-40.wav", 1, 60, 119),
                said("made-call.flac", 0, 0, 59),
                said("made-call.flac", 1, 0, 59));
        assertThat(heard(Heard.LINE, scaled(babble, 0.5)).hold()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"120, 0.8, 0.2", "150, 2, 0.5", "230, 3, 0.7", "200, 2.5, 0.4", "300, 1, 0.1"})
    void whoHoldsVowelsIsNotOnHold(double hertz, double length, double pause) {
        assertThat(heard(Heard.LINE, leveled(of(30, t -> t % (length + pause) < length ? vowel(hertz, t) : 0)))
                        .hold())
                .isEmpty();
    }

    @Test
    void noiseIsNoHold() {
        var random = new Random(9);
        DoubleUnaryOperator breath = t -> Math.max(0, Math.sin(2 * Math.PI * t / 3.5)) * 0.1 * random.nextGaussian();
        DoubleUnaryOperator keys = t -> 0.3 * random.nextGaussian() * Math.exp(-200 * (t % 0.2));
        DoubleUnaryOperator fan = t -> 0.05 * random.nextGaussian() + 0.03 * tone(290, t);
        for (var sound : new double[][] {noise(30, 0.1), of(30, breath), of(30, keys), of(30, fan)}) {
            assertThat(heard(Heard.LINEAR, sound).hold()).isEmpty();
            assertThat(heard(Heard.LINE, sound).hold()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 60})
    void humIsNoHold(double hertz) {
        assertThat(heard(Heard.LINEAR, of(30, t -> hum(hertz, t))).hold()).isEmpty();
    }

    @Test
    void keysAreNoHold() {
        var keys = of(30, t -> t % 1 < 0.2 ? tone(770, t) + tone(1336, t) : 0);
        var sound = heard(Heard.LINE, keys);
        assertThat(sound.hold()).isEmpty();
        assertThat(sound.keypad()).hasSize(30);
    }

    @Test
    void aVoiceThatIsMadeIsNoHold() {
        assertThat(heard(Heard.LINE, of(30, Pcm.voice(0.3))).hold()).isEmpty();
    }

    private CallSound heard(String[] coding, double[]... channels) {
        return Heard.in(Heard.file(folder, coding, channels));
    }

    private static void assertHold(CallSound sound, double start, double end) {
        assertThat(sound.hold()).hasSize(1);
        Range hold = sound.hold().getFirst();
        assertThat(hold.start()).isCloseTo(start, within(CLOSE));
        assertThat(hold.end()).isCloseTo(end, within(CLOSE));
    }

    private static double tone(double hertz, double t) {
        return Pcm.tone(hertz, 0.1).applyAsDouble(t);
    }

    private static double hum(double hertz, double t) {
        var sum = 0.0;
        for (int harmonic = 1; harmonic < 12; harmonic++) {
            sum += 0.02 * Math.sin(2 * Math.PI * harmonic * hertz * t) / harmonic;
        }
        return sum;
    }

    /** At one pitch, as nobody sings it. */
    private static double vowel(double hertz, double t) {
        var sum = 0.0;
        for (int harmonic = 1; harmonic * hertz < 3900; harmonic++) {
            var formants = 1 / (1 + Math.pow((harmonic * hertz - 700) / 150, 2))
                    + 1 / (1 + Math.pow((harmonic * hertz - 1200) / 150, 2));
            sum += Math.sin(2 * Math.PI * harmonic * hertz * t) * formants;
        }
        return sum;
    }
}
