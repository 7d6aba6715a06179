package io.tapedeck.signal;

import java.util.Arrays;

/**
 * How alike two channels are when one of them is shifted to where they are most alike, by up to 31 ms: Pearson's
 * coefficient of their samples, blind to offset and gain. It is found at no more than 16 kHz, of the spectra of both,
 * window by window, with the lag to the eighth of a sample.
 */
public final class Correlation {
    private static final int ENOUGH_HERTZ = 8_000;
    private static final int WINDOW = 4096;
    private static final double REACH = 0.031;
    /** Coefficient that levels alone would have to allow for a closer look to be worth its time. */
    private static final double WORTH_A_LOOK = 0.8;

    private static final double STEP = 0.125;

    private final int factor;
    private final int reach;
    private final FourierTransform transform = new FourierTransform(WINDOW);
    private final int[] first = new int[WINDOW];
    private final int[] second = new int[WINDOW];
    private final double[] real = new double[WINDOW];
    private final double[] imaginary = new double[WINDOW];
    private final double[] crossReal = new double[WINDOW / 2 + 1];
    private final double[] crossImaginary = new double[WINDOW / 2 + 1];
    private int length;
    private int sumFirst;
    private int sumSecond;
    private int summed;
    private double energyFirst;
    private double energySecond;
    private double most;

    /**
     * @param sampleRate Hz
     */
    public Correlation(int sampleRate) {
        this.factor = Math.max(1, sampleRate / ENOUGH_HERTZ);
        this.reach = (int) Math.ceil(REACH * sampleRate / factor);
    }

    /**
     * Takes samples in.
     *
     * @param pcm of two channels in turn
     * @param frames samples of each channel
     */
    public void accept(short[] pcm, int frames) {
        for (int i = 0; i < 2 * frames; i += 2) {
            sumFirst += pcm[i];
            sumSecond += pcm[i + 1];
            if (++summed == factor) {
                add(sumFirst, sumSecond);
                sumFirst = 0;
                sumSecond = 0;
                summed = 0;
            }
        }
    }

    /** From -1 to 1; 0 if a channel never changes. To be asked once, at the end. */
    public double coefficient() {
        end();
        var scale = Math.sqrt(energyFirst * energySecond);
        if (scale == 0 || most < WORTH_A_LOOK * scale) {
            return 0;
        }
        return Math.clamp(highest() / scale, -1, 1);
    }

    /** dB by which one of the channels is softer than the other; infinite if it never changes. */
    public double levelDifference() {
        return Math.abs(10 * Math.log10(energyFirst / energySecond));
    }

    private void add(int one, int other) {
        if (length == 0) {
            Arrays.fill(first, 0, reach, one);
            Arrays.fill(second, 0, reach, other);
            length = reach;
        }
        first[length] = one;
        second[length++] = other;
        if (length == WINDOW) {
            compare();
            System.arraycopy(first, WINDOW - 2 * reach, first, 0, 2 * reach);
            System.arraycopy(second, WINDOW - 2 * reach, second, 0, 2 * reach);
            length = 2 * reach;
        }
    }

    /** What is last goes on, so that the end is compared with all that is near it. */
    private void end() {
        if (length > 0) {
            var one = first[length - 1];
            var other = second[length - 1];
            for (int i = 0; i < reach; i++) {
                add(one, other);
            }
            compare();
            length = 0;
        }
    }

    /** Compares the middle of the second channel with all of the first. */
    private void compare() {
        var from = reach;
        var to = length - reach;
        var meanFirst = mean(first, from, to);
        var meanSecond = mean(second, from, to);
        var around = 0.0;
        var here = 0.0;
        var there = 0.0;
        Arrays.fill(imaginary, 0);
        Arrays.fill(real, length, WINDOW, 0);
        for (int i = 0; i < length; i++) {
            var one = first[i] - meanFirst;
            real[i] = one;
            around += one * one;
            if (i >= from && i < to) {
                var other = second[i] - meanSecond;
                imaginary[i] = other;
                here += one * one;
                there += other * other;
            }
        }
        energyFirst += here;
        energySecond += there;
        most += Math.sqrt(around * there);
        if (most >= WORTH_A_LOOK * Math.sqrt(energyFirst * energySecond)) {
            addSpectra();
        }
    }

    private static double mean(int[] sound, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += sound[i];
        }
        return to > from ? sum / (double) (to - from) : 0;
    }

    /** Both channels in one transform: their spectra are its even and its odd part. */
    private void addSpectra() {
        transform.transform(real, imaginary);
        for (int i = 0; i <= WINDOW / 2; i++) {
            var j = (WINDOW - i) % WINDOW;
            var xReal = real[i] + real[j];
            var xImaginary = imaginary[i] - imaginary[j];
            var yReal = imaginary[i] + imaginary[j];
            var yImaginary = real[j] - real[i];
            crossReal[i] += (xReal * yReal + xImaginary * yImaginary) / 4;
            crossImaginary[i] += (xReal * yImaginary - xImaginary * yReal) / 4;
        }
    }

    /** The product of both, of either sign, at the lag at which it is greatest. */
    private double highest() {
        for (int i = 0; i <= WINDOW / 2; i++) {
            var j = (WINDOW - i) % WINDOW;
            real[j] = crossReal[i];
            imaginary[j] = -crossImaginary[i];
            real[i] = crossReal[i];
            imaginary[i] = crossImaginary[i];
        }
        transform.transform(imaginary, real);
        var lag = 0;
        for (int i = -reach; i <= reach; i++) {
            lag = Math.abs(real[Math.floorMod(i, WINDOW)]) > Math.abs(real[Math.floorMod(lag, WINDOW)]) ? i : lag;
        }
        var highest = real[Math.floorMod(lag, WINDOW)] / WINDOW;
        for (double between = lag - 1 + STEP; between < lag + 1; between += STEP) {
            var product = product(between);
            highest = Math.abs(product) > Math.abs(highest) ? product : highest;
        }
        return highest;
    }

    private double product(double lag) {
        var sum = crossReal[0];
        for (int i = 1; i < WINDOW / 2; i++) {
            var angle = 2 * Math.PI * i * lag / WINDOW;
            sum += 2 * (crossReal[i] * Math.cos(angle) - crossImaginary[i] * Math.sin(angle));
        }
        return sum / WINDOW;
    }
}
