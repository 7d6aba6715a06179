package io.tapedeck.signal.keypad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.ffmpeg.G711;
import io.tapedeck.ffmpeg.Pcm;
import io.tapedeck.ffmpeg.Samples;
import io.tapedeck.signal.VoiceFrames;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeypadFinderTest {
    private static final Path AUDIO = Path.of("src", "test", "resources", "audio");
    private static final String ALL = "123A456B789C*0#D";
    private static final double[] LOW = {697, 770, 852, 941};
    private static final double[] HIGH = {1209, 1336, 1477, 1633};
    private static final double FIRST = 1;
    private static final double SOFTEST = -50;

    private final Random random = new Random(5);

    /** Presses of all keys, one after the other. */
    private record Keys(double length, double pause, double level, double twist, double off) {
        static final Keys PLAIN = new Keys(0.05, 0.05, -12, 0, 0);

        double end() {
            return FIRST + ALL.length() * (length + pause) + FIRST;
        }

        double start(int key) {
            return FIRST + key * (length + pause);
        }

        /** @return as loud as they are at that time, where twist is what the high tones have above the low ones */
        double at(double t) {
            var key = (int) Math.floor((t - FIRST) / (length + pause));
            if (key < 0 || key >= ALL.length() || t - start(key) >= length) {
                return 0;
            }
            var since = t - start(key);
            var louder = Math.pow(10, level / 20);
            var softer = louder * Math.pow(10, -Math.abs(twist) / 20);
            return tone(LOW[key / 4], twist > 0 ? softer : louder, since)
                    + tone(HIGH[key % 4], twist > 0 ? louder : softer, since);
        }

        private double tone(double hertz, double amplitude, double t) {
            return Pcm.tone(hertz * (1 + off), amplitude).applyAsDouble(t);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9, -15, -25, -35, -42})
    void everyKeyIsFoundAtAnyLevelHoweverItIsCoded(double level) {
        for (var coding : G711.values()) {
            assertFound(new Keys(0.05, 0.05, level, 0, 0), 8000, coding, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-8, -4, 2, 4})
    void oneToneMayBeLouder(double twist) {
        assertFound(new Keys(0.05, 0.05, -12, twist, 0), 8000, G711.MU_LAW, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-12, 8})
    void butNotByMoreThanALineCanMakeIt(double twist) {
        assertThat(found(new Keys(0.05, 0.05, -12, twist, 0), 8000, G711.LINEAR, 0))
                .isEmpty();
    }

    /** Two tones of 0.25 each are as loud as one of 0.35. */
    @ParameterizedTest
    @EnumSource
    void everyKeyIsFoundInNoise15DecibelsBelow(G711 coding) {
        var amplitude = Math.pow(10, -12 / 20.0);
        assertFound(Keys.PLAIN, 8000, coding, amplitude * Math.pow(10, -15 / 20.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.015, 0.015})
    void tonesMayBeOffByOneAndAHalfPercent(double off) {
        assertFound(new Keys(0.05, 0.05, -12, 0, off), 8000, G711.MU_LAW, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.035, 0.035})
    void tonesThatAreOffByThreeAndAHalfPercentAreNoKeys(double off) {
        assertThat(found(new Keys(0.1, 0.1, -12, 0, off), 8000, G711.LINEAR, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 16_000, 22_050, 44_100, 48_000})
    void everyKeyIsFoundAtAnySampleRate(int rate) {
        assertFound(Keys.PLAIN, rate, G711.LINEAR, 0.001);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.04, 0.1, 0.5, 2})
    void aKeyMayBePressedForLong(double length) {
        assertFound(new Keys(length, 0.05, -12, 0, 0), 8000, G711.MU_LAW, 0.001);
    }

    @Test
    void whatIsTooShortForAKeyIsNone() {
        assertThat(found(new Keys(0.02, 0.05, -12, 0, 0), 8000, G711.LINEAR, 0)).isEmpty();
    }

    @Test
    void aShortInterruptionMakesNoTwoPresses() {
        var whole = new Keys(0.2, 0.1, -12, 0, 0);
        var broken = sound(8000, whole.end(), t -> t % 0.1 > 0.05 && t % 0.1 < 0.06 ? 0 : whole.at(t), G711.LINEAR);
        assertThat(keys(find(broken, 8000))).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-40.wav", "made-call.flac"})
    void speechPressesNoKey(String file) {
        var samples = Samples.of(AUDIO.resolve(file), 8000);
        for (var channel : samples.channels()) {
            assertThat(find(Pcm.of(8000, channel.length / 8000.0, t -> channel[(int) Math.round(8000 * t)]), 8000))
                    .isEmpty();
        }
    }

    @Test
    void noiseAndASingleToneAndAVoiceAreNoKeys() {
        assertThat(find(sound(8000, 20, t -> 0.2 * random.nextGaussian(), G711.MU_LAW), 8000))
                .isEmpty();
        assertThat(find(sound(8000, 5, Pcm.tone(697, 0.3), G711.MU_LAW), 8000)).isEmpty();
        assertThat(find(sound(8000, 60, Pcm.voice(0.3), G711.MU_LAW), 8000)).isEmpty();
    }

    @Test
    void seventeenKeysOfAFileInMuLaw() {
        var samples = Samples.of(AUDIO.resolve("dtmf_100_mulaw.wav")).channels()[0];
        assertThat(find(Pcm.of(8000, samples.length / 8000.0, t -> samples[(int) Math.round(8000 * t)]), 8000))
                .hasSize(17)
                .allSatisfy(press -> assertThat(press.time().length()).isCloseTo(0.1, within(0.02)));
    }

    private void assertFound(Keys keys, int rate, G711 coding, double noise) {
        var presses = found(keys, rate, coding, noise);
        assertThat(keys(presses)).as("%s", coding).isEqualTo(ALL);
        for (int i = 0; i < presses.size(); i++) {
            assertThat(presses.get(i).time().start()).isCloseTo(keys.start(i), within(0.02));
            assertThat(presses.get(i).time().end()).isCloseTo(keys.start(i) + keys.length(), within(0.02));
        }
    }

    private List<KeyPress> found(Keys keys, int rate, G711 coding, double noise) {
        return find(sound(rate, keys.end(), t -> keys.at(t) + noise * random.nextGaussian(), coding), rate);
    }

    private static short[] sound(int rate, double seconds, DoubleUnaryOperator sound, G711 coding) {
        return coding.code(Pcm.of(rate, seconds, sound));
    }

    private static String keys(List<KeyPress> presses) {
        return presses.stream().map(press -> String.valueOf(press.key())).collect(Collectors.joining());
    }

    /** Brought to 8 to 16 kHz by sums, as frames are. */
    private static List<KeyPress> find(short[] pcm, int rate) {
        var finder = new KeypadFinder(rate, SOFTEST);
        var factor = rate / VoiceFrames.rate(rate);
        var sound = new float[pcm.length / factor];
        for (int i = 0; i < sound.length; i++) {
            for (int j = 0; j < factor; j++) {
                sound[i] += pcm[i * factor + j] / 32_768f / factor;
            }
        }
        for (int from = 0; from < sound.length; from += 4000) {
            finder.accept(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 4000)));
        }
        return finder.presses();
    }
}
