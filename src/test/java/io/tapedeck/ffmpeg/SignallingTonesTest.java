package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.signal.VoiceActivity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignallingTonesTest {
    /** What telephones and exchanges say, by ITU-T E.180, Q.23, T.30 and the North American plan. */
    private enum Signal {
        DIAL_TONE(t -> t > 3 && t % 8 < 6 ? tones(t, 350, 440) : 0),
        BUSY(t -> t % 1 < 0.5 ? tones(t, 480, 620) : 0),
        REORDER(t -> t % 0.5 < 0.25 ? tones(t, 480, 620) : 0),
        RINGING(t -> t % 6 < 2 ? tones(t, 440, 480) : 0),
        BRITISH_RINGING(t -> t % 3 < 0.4 || t % 3 > 0.6 && t % 3 < 1 ? tones(t, 400, 450) : 0),
        EUROPEAN_BUSY(t -> t % 1 < 0.5 ? tones(t, 425) : 0),
        EUROPEAN_RINGING(t -> t % 5 < 1 ? tones(t, 425) : 0),
        SPECIAL_INFORMATION(t -> t % 4 < 1 ? tones(t, t % 4 < 0.33 ? 950 : t % 4 < 0.66 ? 1400 : 1800) : 0),
        FAX_CALLING(t -> t % 3.5 < 0.5 ? tones(t, 1100) : 0),
        FAX_ANSWERING(t -> t > 2 && t < 5.5 ? tones(t, 2100) : 0),
        ECHO_CANCELLERS_OFF(t -> t > 2 && t < 5.5 ? (t % 0.9 < 0.45 ? 1 : -1) * tones(t, 2100) : 0),
        JAPANESE_RINGING(t -> t % 3 < 1 ? (1 + Math.sin(2 * Math.PI * 16 * t)) / 2 * tones(t, 400) : 0),
        OFF_THE_HOOK(t -> t % 0.2 < 0.1 ? tones(t, 1400, 2060, 2450, 2600) : 0),
        KEYPAD_50_MS(t -> keypad(t, 0.05, 0.1)),
        KEYPAD_50_MS_UNEVENLY(t -> keypad(t, 0.05, 0.113)),
        KEYPAD_100_MS(t -> keypad(t, 0.1, 0.2)),
        KEYPAD_300_MS(t -> keypad(t, 0.3, 0.35));

        private final DoubleUnaryOperator sound;

        Signal(DoubleUnaryOperator sound) {
            this.sound = sound;
        }

        private static double keypad(double t, double length, double period) {
            var key = (int) (t / period);
            double[] low = {697, 770, 852, 941};
            double[] high = {1209, 1336, 1477, 1633};
            return key >= 10 && key < 30 && t % period < length ? tones(t, low[key % 4], high[key * 3 % 4]) : 0;
        }

        private static double tones(double t, double... hertz) {
            var sum = 0.0;
            for (double tone : hertz) {
                sum += Pcm.tone(tone, 0.15).applyAsDouble(t);
            }
            return sum;
        }
    }

    private final Random random = new Random(11);

    @ParameterizedTest
    @EnumSource
    void signalsAreNoSpeechHoweverTheyAreCoded(Signal signal) {
        for (var coding : G711.values()) {
            assertThat(seconds(8000, coding, signal.sound)).as("%s", coding).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void signalsOnANoisyLineAreNoSpeech(Signal signal) {
        for (double noise : new double[] {0.001, 0.003, 0.01}) {
            var noisy = plus(noise, signal.sound);
            assertThat(seconds(8000, G711.LINEAR, noisy)).as("%s", noise).isZero();
            assertThat(seconds(8000, G711.MU_LAW, noisy)).as("%s", noise).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void softSignalsAreNoSpeech(Signal signal) {
        DoubleUnaryOperator soft = t -> signal.sound.applyAsDouble(t) / 8;

        assertThat(seconds(8000, G711.A_LAW, plus(0.001, soft))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {11_025, 16_000, 44_100, 48_000})
    void signalsAreNoSpeechAtAnySampleRate(int rate) {
        for (var signal : Signal.values()) {
            assertThat(seconds(rate, G711.LINEAR, plus(0.001, signal.sound)))
                    .as("%s", signal)
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void signalsThatACodecBlursAreNoSpeech(Signal signal, @TempDir Path folder) throws IOException {
        var pcm = Pcm.of(8000, 16, signal.sound);
        var bytes = ByteBuffer.allocate(2 * pcm.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(pcm);
        var raw = Files.write(folder.resolve("signal.raw"), bytes.array()).toString();
        for (var output : new String[] {"gsm.wav -c:a libgsm_ms", "tones.mp3 -b:a 16k"}) {
            var parts = output.split(" ");
            var file = folder.resolve(parts[0]);
            SampleAudio.ffmpeg(
                    "-f", "s16le", "-ar", "8000", "-ac", "1", "-i", raw, parts[1], parts[2], file.toString());

            assertThat(Measuring.measures(file).speech()).as(output).containsExactly(0.0);
        }
    }

    @Test
    void aVoiceIsMeasuredInTheSameCodingAndNoise() {
        DoubleUnaryOperator voice = t -> t > 3 && t < 9 ? Pcm.voice(0.2).applyAsDouble(t) : 0;

        for (var coding : G711.values()) {
            assertThat(seconds(8000, coding, plus(0.003, voice)))
                    .as("%s", coding)
                    .isCloseTo(6, within(0.4));
        }
    }

    @Test
    void keypadTonesOfAFileInMuLawAreNoSpeech() {
        var file = Path.of("src", "test", "resources", "audio", "dtmf_100_mulaw.wav");

        assertThat(Measuring.measures(file).speech()).containsExactly(0.0);
    }

    private DoubleUnaryOperator plus(double noise, DoubleUnaryOperator sound) {
        return t -> sound.applyAsDouble(t) + noise * random.nextGaussian();
    }

    private static double seconds(int rate, G711 coding, DoubleUnaryOperator sound) {
        var samples = coding.code(Pcm.of(rate, 16, sound));
        var voice = new VoiceActivity(0, 1, rate, -50);
        voice.accept(samples, samples.length);
        return voice.seconds();
    }
}
