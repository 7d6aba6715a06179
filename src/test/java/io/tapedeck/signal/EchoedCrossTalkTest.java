package io.tapedeck.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.audio.Range;
import io.tapedeck.signal.crosstalk.SpeakingTimes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With 30 s of a real call, of which the agent speaks 10.6 s and the caller 16.9 s. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EchoedCrossTalkTest {
    private static final int RATE = 8000;
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    private static final int HEADER = 78;
    private static final double AGENT_SPEAKS = 10.64;
    private static final double CALLER_SPEAKS = 16.94;

    private double[] agent;
    private double[] caller;

    @BeforeAll
    void read() throws IOException {
        var samples = ByteBuffer.wrap(Files.readAllBytes(CALL))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(HEADER)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        agent = IntStream.range(155 * RATE, 185 * RATE)
                .mapToDouble(i -> samples.get(2 * i) / 32_768.0)
                .toArray();
        caller = IntStream.range(155 * RATE, 185 * RATE)
                .mapToDouble(i -> samples.get(2 * i + 1) / 32_768.0)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "31,12,0,1",
        "80,12,0,2",
        "160,12,0,3",
        "250,12,0,4",
        "31,20,100,5",
        "80,6,5,6",
        "160,15,200,7",
        "250,20,30,8"
    })
    void whatARoomEchoesIsNoSpeech(double fadesIn, double softer, int later, int seed) {
        var echo = plus(caller, later(room(agent, fadesIn, seed), later), softer);

        var speech = speech(agent, echo);

        assertThat(speech.get(1).all()).isGreaterThan(CALLER_SPEAKS + 8);
        assertThat(speech.get(1).own()).isCloseTo(CALLER_SPEAKS, within(1.0));
        assertThat(speech.get(1).leak()).hasValueCloseTo(softer, within(3.0));
        assertThat(speech.get(0).own()).isCloseTo(AGENT_SPEAKS, within(0.1));
        assertThat(speech.get(0).leak()).isEmpty();
    }

    @Test
    void whenSomebodySpeaksIsToldWithoutTheEchoes() {
        var speech = speech(agent, plus(caller, room(agent, 80, 2), 12)).get(1);
        var clean = speech(agent, caller).get(1);

        assertThat(seconds(speech.heard())).isCloseTo(speech.all(), within(0.01));
        assertThat(seconds(speech.spoken())).isCloseTo(speech.own(), within(0.01));
        assertThat(shared(speech.spoken(), clean.spoken())).isGreaterThan(0.9 * clean.own());
    }

    @Test
    void roomsMayEchoOnBothSides() {
        var speech = speech(plus(agent, room(caller, 120, 9), 14), plus(caller, room(agent, 60, 10), 14));

        assertThat(speech.get(0).own()).isCloseTo(AGENT_SPEAKS, within(0.6));
        assertThat(speech.get(1).own()).isCloseTo(CALLER_SPEAKS, within(1.0));
        assertThat(speech).allSatisfy(channel -> assertThat(channel.leak()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"100,12", "-100,20", "300,15", "1000,12", "-1000,12"})
    void aLeakWhoseClockDriftsIsNoSpeech(double partsPerMillion, double softer) {
        var speech = speech(agent, plus(caller, drifting(agent, partsPerMillion), softer));

        assertThat(speech.get(1).own()).isCloseTo(CALLER_SPEAKS, within(1.0));
        assertThat(speech.get(1).leak()).hasValueCloseTo(softer, within(3.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 6, 12, 20})
    void anotherVoiceAtTheSameTimeIsNoEchoHoweverSoft(double softer) {
        for (int seconds : new int[] {0, 2, 4}) {
            var other = plus(new double[agent.length], later(reversed(agent), seconds * 1000), softer);

            var speech = speech(agent, other);

            assertThat(speech.get(1).own()).isEqualTo(speech.get(1).all()).isPositive();
            assertThat(speech.get(1).leak()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 12, 20})
    void whoSaysTheSameSecondsLaterSpeaks(double softer) {
        var speech = speech(agent, plus(new double[agent.length], later(agent, 2500), softer));

        assertThat(speech.get(1).own()).isEqualTo(speech.get(1).all()).isPositive();
        assertThat(speech.get(1).leak()).isEmpty();
    }

    private static List<ChannelSpeech> speech(double[] first, double[] second) {
        var pcm = new short[2 * first.length];
        for (int i = 0; i < first.length; i++) {
            pcm[2 * i] = sample(first[i]);
            pcm[2 * i + 1] = sample(second[i]);
        }
        var times = new SpeakingTimes(2, RATE, -50);
        times.accept(pcm, first.length);
        return times.speech();
    }

    private static double seconds(List<Range> ranges) {
        return ranges.stream().mapToDouble(Range::length).sum();
    }

    private static double shared(List<Range> some, List<Range> others) {
        return some.stream()
                .flatMapToDouble(one -> others.stream()
                        .mapToDouble(other -> Math.min(one.end(), other.end()) - Math.max(one.start(), other.start())))
                .filter(seconds -> seconds > 0)
                .sum();
    }

    private static short sample(double value) {
        return (short) Math.clamp(Math.round(value * 32_768), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static double[] plus(double[] own, double[] leak, double softer) {
        var gain = Math.pow(10, -softer / 20);
        return IntStream.range(0, own.length)
                .mapToDouble(i -> own[i] + gain * leak[i])
                .toArray();
    }

    private static double[] later(double[] sound, int milliseconds) {
        var later = new double[sound.length];
        var lag = milliseconds * RATE / 1000;
        System.arraycopy(sound, 0, later, lag, sound.length - lag);
        return later;
    }

    private static double[] reversed(double[] sound) {
        return IntStream.range(0, sound.length)
                .mapToDouble(i -> sound[sound.length - 1 - i])
                .toArray();
    }

    /** Noise that fades, as the echoes of a room do; on the whole as loud as the sound itself. */
    private static double[] room(double[] sound, double milliseconds, int seed) {
        var random = new Random(seed);
        var length = (int) (milliseconds * RATE / 1000);
        var echoes = IntStream.range(0, length)
                .mapToDouble(i -> random.nextGaussian() * Math.exp(-(double) i / length))
                .toArray();
        var scale = Math.sqrt(IntStream.range(0, length)
                .mapToDouble(i -> echoes[i] * echoes[i])
                .sum());
        var heard = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            for (int k = 0; k < Math.min(length, i + 1); k++) {
                heard[i] += echoes[k] / scale * sound[i - k];
            }
        }
        return heard;
    }

    private static double[] drifting(double[] sound, double partsPerMillion) {
        var drifting = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            var at = i * (1 - partsPerMillion / 1e6) - 400;
            var before = (int) Math.floor(at);
            if (before >= 0 && before + 1 < sound.length) {
                drifting[i] = sound[before] + (at - before) * (sound[before + 1] - sound[before]);
            }
        }
        return drifting;
    }
}
