package io.tapedeck.signal.keypad;

import java.util.stream.DoubleStream;

/** One of the two groups of four tones, of which a key has one each. */
final class ToneGroup {
    static final double[] LOW = {697, 770, 852, 941};
    static final double[] HIGH = {1209, 1336, 1477, 1633};

    /**
     * Shares by which a tone may be off: within 1.5 % it must be taken for one, from 3.5 % on it must not. What is nearest to
     * either end of these is off by more than 2.4 %.
     */
    private static final double[] OFF = {-0.0325, -0.015, -0.0075, 0, 0.0075, 0.015, 0.0325};

    /**
     * The strongest tone.
     *
     * @param number in its group
     */
    record Tone(int number, double power) {}

    private final FourTones tones;
    private final double[] powers = new double[FourTones.COUNT];
    private final Goertzel[][] around;

    /** @param length samples of half a window */
    ToneGroup(double[] hertz, double sampleRate, int length) {
        this.tones = new FourTones(hertz, sampleRate, length);
        this.around = DoubleStream.of(hertz)
                .mapToObj(tone -> tuned(DoubleStream.of(OFF).map(off -> tone * (1 + off)), sampleRate))
                .toArray(Goertzel[][]::new);
    }

    /** The strongest of the four in a window, as if none were off; see {@link FourTones#find}. */
    Tone strongest(float[] sound, int from, long start) {
        tones.find(sound, from, start, powers);
        var strongest = 0;
        for (int i = 1; i < powers.length; i++) {
            strongest = powers[i] > powers[strongest] ? i : strongest;
        }
        return new Tone(strongest, powers[strongest]);
    }

    /** The power of a tone, wherever it lies within its tolerance; 0 if it lies outside. */
    double power(int tone, float[] sound, int from, int length) {
        var best = 0;
        var most = 0.0;
        for (int i = 0; i < OFF.length; i++) {
            var power = around[tone][i].power(sound, from, length);
            best = power > most ? i : best;
            most = Math.max(most, power);
        }
        return best == 0 || best == OFF.length - 1 ? 0 : most;
    }

    private static Goertzel[] tuned(DoubleStream hertz, double sampleRate) {
        return hertz.mapToObj(each -> new Goertzel(each, sampleRate)).toArray(Goertzel[]::new);
    }
}
