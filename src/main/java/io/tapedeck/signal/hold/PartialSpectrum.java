package io.tapedeck.signal.hold;

import io.tapedeck.signal.Fourier;
import java.util.ArrayList;
import java.util.List;

/**
 * The narrow peaks of windows of 128 ms, from 250 Hz on, where telephones begin and hum ends, to 1900 Hz. A harmonic of a voice that
 * glides by a semitone or two in that time leaves none.
 */
final class PartialSpectrum {
    private static final double LOWEST = 250;
    private static final double HIGHEST = 1_900;
    /** Hz from the middle of a peak to where it has ended. */
    private static final double BREADTH = 31.25;
    /** Power by which the middle is above that: 8 dB. */
    private static final double PROMINENCE = 6.3;

    private final double line;
    private final int breadth;
    private final int first;
    private final int last;
    private final Fourier fourier;

    /**
     * What a window has.
     *
     * @param power of all there is in the band
     * @param partials by their frequencies
     */
    record Peaks(double power, List<Partial> partials) {
        static final Peaks NONE = new Peaks(0, List.of());

        /** The partials that are where another window has one too. */
        List<Partial> near(Peaks other) {
            var near = new ArrayList<Partial>();
            for (var partial : partials) {
                if (partial.isNearAny(other.partials)) {
                    near.add(partial);
                }
            }
            return near;
        }
    }

    /**
     * @param sampleRate Hz
     * @param length samples of a window
     */
    PartialSpectrum(double sampleRate, int length) {
        this.fourier = new Fourier(length);
        this.line = sampleRate / 2 / (fourier.lines() - 1);
        this.breadth = (int) Math.round(BREADTH / line);
        this.first = (int) (LOWEST / line);
        this.last = Math.min((int) (HIGHEST / line), fourier.lines() - 1 - breadth);
    }

    Peaks of(float[] window) {
        var spectrum = fourier.spectrum(window);
        var partials = new ArrayList<Partial>();
        for (int i = first; i < last; i++) {
            if (isPeak(spectrum, i)) {
                partials.add(
                        new Partial((i + apex(spectrum, i)) * line, sum(spectrum, i - breadth / 2, i + breadth / 2)));
            }
        }
        return new Peaks(sum(spectrum, first, last - 1), List.copyOf(partials));
    }

    private boolean isPeak(double[] spectrum, int i) {
        // seldom so narrow, often higher than the next
        return spectrum[i] > PROMINENCE * spectrum[i - breadth]
                && spectrum[i] > PROMINENCE * spectrum[i + breadth]
                && spectrum[i] > spectrum[i - 1]
                && spectrum[i] >= spectrum[i + 1];
    }

    /** Where between the lines the parabola through the logarithms of three has its top. */
    private static double apex(double[] spectrum, int i) {
        var left = Math.log(spectrum[i - 1] + Double.MIN_NORMAL);
        var middle = Math.log(spectrum[i] + Double.MIN_NORMAL);
        var right = Math.log(spectrum[i + 1] + Double.MIN_NORMAL);
        return (left - right) / 2 / (left - 2 * middle + right);
    }

    private static double sum(double[] spectrum, int from, int to) {
        var sum = 0.0;
        for (int i = from; i <= to; i++) {
            sum += spectrum[i];
        }
        return sum;
    }
}
