package io.tapedeck.diarization;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Range;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiarizationTest {
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    private static final int RATE = 8000;

    private final Random random = new Random(5);

    @Test
    void theSidesOfARealCallAreToldApart() throws Exception {
        var call = TwoSidedCall.of(CALL);
        var mixed = call.mixed();
        var error = call.error(new Diarization(2).of(new HeldSound(mixed, RATE), TwoSidedCall.speech(mixed)));
        assertThat(error.confused()).isLessThan(0.05);
        assertThat(error.total()).isLessThan(0.12);
    }

    @Test
    void voicesOfAnotherPitchAreToldApart() {
        var turns = List.of(new Range(1, 6), new Range(7, 10), new Range(11, 17), new Range(18, 24));
        var pcm = new short[25 * RATE];
        IntStream.range(0, turns.size()).forEach(i -> speak(pcm, turns.get(i), i % 2 == 0 ? 110 : 210));
        var found = new Diarization(2).of(new HeldSound(pcm, RATE), turns);
        for (int i = 0; i < turns.size(); i++) {
            assertThat(secondsOf(found, i % 2, turns.get(i)))
                    .isGreaterThan(turns.get(i).length() * 0.95);
        }
    }

    @Test
    void whoeverIsHeardFirstIsTheFirstSpeaker() {
        var pcm = new short[12 * RATE];
        var turns = List.of(new Range(1, 5), new Range(6, 11));
        speak(pcm, turns.get(0), 210);
        speak(pcm, turns.get(1), 110);
        assertThat(new Diarization(2)
                        .of(new HeldSound(pcm, RATE), turns)
                        .getFirst()
                        .speaker())
                .isZero();
    }

    @Test
    void ofOneSpeakerAllIsTheirs() {
        var pcm = new short[12 * RATE];
        var turns = List.of(new Range(1, 5), new Range(6, 11));
        turns.forEach(turn -> speak(pcm, turn, 110));
        assertThat(new Diarization(1).of(new HeldSound(pcm, RATE), turns))
                .containsExactly(new SpokenTurn(0, turns.get(0)), new SpokenTurn(0, turns.get(1)));
    }

    @Test
    void whereNobodySpeaksThereAreNoTurns() {
        assertThat(new Diarization(2).of(new HeldSound(new short[RATE], RATE), List.of()))
                .isEmpty();
        assertThat(new Diarization(2).of(new HeldSound(new short[0], RATE), List.of(new Range(0, 1))))
                .isEmpty();
    }

    @Test
    void lessSpeechThanThereAreSpeakersIsNoTrouble() {
        var pcm = new short[3 * RATE];
        speak(pcm, new Range(1, 1.3), 110);
        assertThat(new Diarization(10).of(new HeldSound(pcm, RATE), List.of(new Range(1, 1.3))))
                .hasSize(1);
    }

    @Test
    void theSameSoundIsAlwaysToldApartInTheSameWay() {
        var pcm = new short[20 * RATE];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) (3000 * random.nextGaussian());
        }
        var speech = List.of(new Range(0, 19));
        assertThat(new Diarization(3).of(new HeldSound(pcm, RATE), speech))
                .isEqualTo(new Diarization(3).of(new HeldSound(pcm, RATE), speech));
    }

    /** Harmonics that swell and fade as syllables do, in a little noise. */
    private void speak(short[] pcm, Range turn, double pitch) {
        for (int i = (int) (turn.start() * RATE); i < turn.end() * RATE; i++) {
            var seconds = i / (double) RATE;
            var phase = 2 * Math.PI * (pitch * seconds + 2 * Math.sin(2 * Math.PI * 0.7 * seconds));
            var sum = 0.1 * random.nextGaussian();
            for (int harmonic = 1; harmonic * pitch < 3500; harmonic++) {
                sum += Math.sin(harmonic * phase + harmonic * harmonic) / harmonic;
            }
            pcm[i] = (short) (6000 * sum * (0.6 + 0.4 * Math.sin(6 * Math.PI * seconds)));
        }
    }

    private static double secondsOf(List<SpokenTurn> found, int speaker, Range within) {
        return found.stream()
                .filter(turn -> turn.speaker() == speaker)
                .mapToDouble(turn -> Math.max(
                        0,
                        Math.min(turn.range().end(), within.end())
                                - Math.max(turn.range().start(), within.start())))
                .sum();
    }
}
