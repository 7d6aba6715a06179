package io.tapedeck.ffmpeg;

import java.util.function.DoubleUnaryOperator;

/** Samples made from formulas over seconds. */
public final class Pcm {
    private Pcm() {}

    /** One channel; full scale is 1. */
    public static short[] of(int sampleRate, double seconds, DoubleUnaryOperator sound) {
        var samples = new short[(int) Math.round(sampleRate * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.clamp(
                    Math.round(sound.applyAsDouble(i / (double) sampleRate) * 32_768),
                    Short.MIN_VALUE,
                    Short.MAX_VALUE);
        }
        return samples;
    }

    public static DoubleUnaryOperator tone(double hertz, double amplitude) {
        return t -> amplitude * Math.sin(2 * Math.PI * hertz * t);
    }

    /** Harmonics with a wandering pitch in three syllables a second. */
    public static DoubleUnaryOperator voice(double amplitude) {
        return t -> {
            var phase = 2 * Math.PI * (130 * t + 3 * Math.sin(2 * Math.PI * 0.7 * t));
            var sum = 0.0;
            for (int harmonic = 1; harmonic <= 20; harmonic++) {
                sum += Math.sin(harmonic * phase + harmonic * harmonic) / Math.sqrt(harmonic);
            }
            var syllable = Math.sin(3 * Math.PI * t);
            return amplitude * 0.4 * sum * syllable * syllable;
        };
    }
}
