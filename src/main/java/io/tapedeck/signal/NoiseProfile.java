package io.tapedeck.signal;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What the noise of one channel is like.
 *
 * @param level dBFS
 * @param unrest dB by which it differs most from one moment to the next in a band that matters: noise by less than 8,
 *     music by more than 18
 * @param bands for each of the {@link NoiseBands} the level, in dBFS, of the white noise that is as loud there
 */
public record NoiseProfile(double level, double unrest, List<Double> bands) {
    /** dB; the filter knows no greater differences from band to band. */
    private static final double WIDEST = 46;
    /**
     * dB that the filter is told above what was measured: noise is not the same all the time, and what sticks out of it
     * would be left as a twitter. Measured on white, pink, brown, hum and line noise.
     */
    private static final double ALLOWANCE = 4;

    public NoiseProfile {
        bands = List.copyOf(bands);
    }

    /**
     * The filter that takes the noise away. It is told the level in its middle and the bands around it, of which it
     * subtracts the mean.
     *
     * @param reduction dB
     */
    public String filter(double reduction) {
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
