package io.tapedeck.signal;

import java.util.ArrayList;
import java.util.List;

/** Finds which channels are the opposite of others, so that mixing them as they are would cancel what they carry. */
public final class PolarityMeter {
    /** Coefficient of samples from which on channels have something in common: what they share is louder than the rest. */
    private static final double ALIKE = 0.5;

    private final int first;
    private final int step;
    private final int count;
    private final int stride;
    private final double[] sums;
    private final double[][] products;
    private double frames;

    /**
     * @param first of the channels that are compared
     * @param step from one of them to the next
     * @param count of the channels that are compared
     * @param stride of all channels
     */
    public PolarityMeter(int first, int step, int count, int stride) {
        this.first = first;
        this.step = step;
        this.count = count;
        this.stride = stride;
        this.sums = new double[count];
        this.products = new double[count][count];
    }

    /**
     * Takes samples in.
     *
     * @param pcm of all channels in turn
     * @param length samples of each channel; few enough for sums of squares to fit 63 bits
     */
    public void accept(short[] pcm, int length) {
        if (count == 1) {
            return;
        }
        frames += length;
        for (int i = 0; i < count; i++) {
            add(pcm, length, i);
            for (int j = 0; j < i; j++) {
                products[i][j] += product(pcm, length, at(i), at(j));
            }
        }
    }

    /** By channel, whether it must be turned over. Each goes by the one before it that it has most in common with. */
    public List<Boolean> inverted() {
        var inverted = new ArrayList<Boolean>();
        for (int i = 0; i < count; i++) {
            var strongest = 0.0;
            var turned = false;
            for (int j = 0; j < i; j++) {
                var coefficient = coefficient(i, j);
                if (Math.abs(coefficient) > Math.max(ALIKE, Math.abs(strongest))) {
                    strongest = coefficient;
                    turned = inverted.get(j) != coefficient < 0;
                }
            }
            inverted.add(turned);
        }
        return List.copyOf(inverted);
    }

    private double coefficient(int i, int j) {
        var variances = covariance(i, i) * covariance(j, j);
        return variances > 0 ? covariance(i, j) / Math.sqrt(variances) : 0;
    }

    private double covariance(int i, int j) {
        return frames * products[i][j] - sums[i] * sums[j];
    }

    private int at(int channel) {
        return first + channel * step;
    }

    private void add(short[] pcm, int length, int channel) {
        long sum = 0;
        long squares = 0;
        for (int i = at(channel), end = length * stride; i < end; i += stride) {
            sum += pcm[i];
            squares += pcm[i] * pcm[i];
        }
        sums[channel] += sum;
        products[channel][channel] += squares;
    }

    private long product(short[] pcm, int length, int one, int other) {
        long sum = 0;
        for (int i = 0, end = length * stride; i < end; i += stride) {
            sum += pcm[i + one] * pcm[i + other];
        }
        return sum;
    }
}
