package io.tapedeck.signal;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The mean spectrum of several windows of sound, and how much they differ from one to the next. */
final class SpectrumMean {
    /** dB below the loudest band of bands that are too soft for their differences to matter. */
    private static final double SOFT = 10;
    /**
     * dB by which the level of the mean of a band is above the mean of its levels, where it is filled by noise alone; the
     * more it is above, the more there is at times, like a word's end, that is not always there.
     */
    private static final double OF_NOISE = 2.5;

    private final int sampleRate;
    private final Power power = new Power();
    private final double[] lines;
    private final double[] levels = new double[NoiseBands.COUNT];

    /**
     * @param lines from 0 Hz to half the sample rate
     */
    SpectrumMean(int sampleRate, int lines) {
        this.sampleRate = sampleRate;
        this.lines = new double[lines];
    }

    /** Windows. */
    long count() {
        return power.count();
    }

    /**
     * Takes in a window.
     *
     * @param meanSquare of its sound
     */
    void add(double meanSquare, double[] spectrum) {
        power.add(meanSquare);
        add(spectrum, lines);
        add(NoiseBands.levels(spectrum, sampleRate), levels);
    }

    /** Takes in all windows of another. */
    void add(SpectrumMean other) {
        power.add(other.power);
        add(other.lines, lines);
        add(other.levels, levels);
    }

    NoiseProfile profile() {
        var spectrum = DoubleStream.of(lines).map(sum -> sum / count()).toArray();
        var bands = NoiseBands.levels(spectrum, sampleRate);
        var rise = IntStream.range(0, bands.length)
                .mapToDouble(i -> bands[i] - levels[i] / count())
                .toArray();
        var steady = IntStream.range(0, bands.length)
                .mapToObj(i -> bands[i] - Math.max(0, rise[i] - OF_NOISE))
                .toList();
        return new NoiseProfile(power.level(), unrest(bands, rise), steady);
    }

    private static double unrest(double[] bands, double[] rise) {
        var loudest = DoubleStream.of(bands).max().orElseThrow();
        return IntStream.range(0, bands.length)
                .filter(i -> bands[i] > loudest - SOFT)
                .mapToDouble(i -> rise[i])
                .max()
                .orElseThrow();
    }

    private static void add(double[] values, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }
}
