package io.tapedeck.ffmpeg;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What the noise of one channel is like.
 *
 * @param level dBFS
 * @param bands for each of the bands of ffmpeg's filter afftdn the level, in dBFS, of the white noise that is as loud
 *     there
 */
record NoiseProfile(double level, List<Double> bands) {
    NoiseProfile {
        bands = List.copyOf(bands);
    }

    /** Hz, as the filter has them: each 1.5 times that before. */
    private static final int[] CENTRES = {
        80, 120, 180, 270, 410, 620, 930, 1400, 2100, 3150, 4750, 7100, 10_700, 16_000, 24_000
    };

    /** From a band's centre to its edges. */
    private static final double EDGE = 1.2247;
    /** dB; the filter knows no greater differences from band to band. */
    private static final double WIDEST = 46;
    /**
     * dB that the filter is told above what was measured: noise is not the same all the time, and what sticks out of it
     * would be left as a twitter. Measured on white, pink, brown, hum and line noise.
     */
    private static final double ALLOWANCE = 4;

    /**
     * By the mean spectrum.
     *
     * @param spectrum lines from 0 Hz to half the sample rate
     */
    static NoiseProfile of(double level, double[] spectrum, int sampleRate) {
        var spacing = sampleRate / 2.0 / (spectrum.length - 1);
        var bands = new double[CENTRES.length];
        for (int i = 0; i < bands.length; i++) {
            bands[i] = CENTRES[i] > sampleRate / 2 ? bands[i - 1] : Power.level(power(i, spectrum, spacing));
        }
        return new NoiseProfile(level, DoubleStream.of(bands).boxed().toList());
    }

    /** What lies below the first band is taken for it too, whose level holds for all below: the greatest counts. */
    private static double power(int band, double[] spectrum, double spacing) {
        var from = (int) Math.ceil(CENTRES[band] / EDGE / spacing);
        var to = Math.clamp((int) Math.floor(CENTRES[band] * EDGE / spacing), from, spectrum.length - 1);
        return band == 0
                ? Arrays.stream(spectrum, 1, to + 1).max().orElseThrow()
                : Arrays.stream(spectrum, Math.min(from, to), to + 1).average().orElseThrow();
    }

    /**
     * The filter that takes the noise away. It is told the level in its middle and the bands around it, of which it
     * subtracts the mean.
     *
     * @param reduction dB
     */
    String filter(double reduction) {
        var highest = Collections.max(bands);
        var lowest = Math.max(highest - WIDEST, Collections.min(bands));
        var middle = (highest + lowest) / 2;
        var around = bands.stream()
                .mapToDouble(band -> Math.max(band, lowest) - middle)
                .toArray();
        var floor = middle + DoubleStream.of(around).average().orElseThrow() + ALLOWANCE;
        var noise = DoubleStream.of(around)
                .mapToObj(band -> String.format(Locale.ROOT, "%.1f", band))
                .collect(Collectors.joining("|"));
        return String.format(
                Locale.ROOT, "afftdn=nr=%.1f:nf=%.1f:nt=custom:bn=%s", reduction, Math.clamp(floor, -80, -20), noise);
    }
}
