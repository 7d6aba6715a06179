package io.tapedeck.signal.loudness;

import java.util.Arrays;

/**
 * How often which loudness is there, to a hundredth of a decibel, in windows of blocks of 100 ms, each a block later than the one
 * before. What is softer than -70 LUFS does not count at all, nor does what is much softer than the mean of the rest.
 */
final class GatedPower {
    private static final double SILENCE = -70;
    private static final double LOUDEST = 10;
    private static final int STEPS = 100;
    /** LUFS of a mean square of 1. */
    private static final double OFFSET = -0.691;

    private final double[] blocks;
    private final double gate;
    private final int[] counts = new int[(int) (LOUDEST - SILENCE) * STEPS + 1];
    private long added;
    private double sum;
    private long audible;

    /**
     * @param length blocks of a window
     * @param gate LU below the mean from which on a window does not count
     */
    GatedPower(int length, double gate) {
        this.blocks = new double[length];
        this.gate = gate;
    }

    /** Takes in the mean square of the next block. */
    void add(double block) {
        blocks[(int) (added++ % blocks.length)] = block;
        var power = mean();
        var loudness = loudness(power);
        if (added >= blocks.length && loudness >= SILENCE) {
            counts[index(loudness)]++;
            sum += power;
            audible++;
        }
    }

    private double mean() {
        var all = 0.0;
        for (double block : blocks) {
            all += block;
        }
        return all / blocks.length;
    }

    /** LUFS of all that counts. */
    double loudness() {
        var power = 0.0;
        var count = 0L;
        for (int i = first(); i < counts.length; i++) {
            power += counts[i] * Math.pow(10, (at(i) - OFFSET) / 10);
            count += counts[i];
        }
        return count == 0 ? SILENCE : loudness(power / count);
    }

    /** LU from what a tenth of all that counts is softer than, to what a twentieth is louder than. */
    double range() {
        var first = first();
        var count = Arrays.stream(counts, first, counts.length).asLongStream().sum();
        return count == 0 ? 0 : at(quantile(0.95, count)) - at(quantile(0.1, count));
    }

    private int quantile(double share, long count) {
        var wanted = (long) (share * count + 0.5);
        var index = first();
        for (long below = counts[index]; below < wanted; below += counts[index]) {
            index++;
        }
        return index;
    }

    /** The softest that counts. */
    private int first() {
        return audible == 0 ? counts.length - 1 : index(loudness(sum / audible) - gate);
    }

    private int index(double loudness) {
        return (int) Math.clamp((loudness - SILENCE) * STEPS, 0, counts.length - 1);
    }

    private static double at(int index) {
        return SILENCE + index / (double) STEPS;
    }

    private static double loudness(double power) {
        return OFFSET + 10 * Math.log10(power);
    }
}
