package io.tapedeck.signal;

/**
 * The fast Fourier transform of Cooley and Tukey, in place. It makes one of each four transforms at a time, which reads and writes all
 * half as often as one of each two would.
 */
public final class FourierTransform {
    private static final int FACTORS = 6;

    private final int length;
    /** By place, where each sample goes before all else. */
    private final int[] places;
    /** By pass, for each line of a transform the cosine and the sine by which the second to the fourth of them are turned. */
    private final double[][] turns;

    /**
     * @param length of what is transformed, a power of two
     */
    public FourierTransform(int length) {
        if (Integer.bitCount(length) != 1 || length < 2) {
            throw new IllegalArgumentException("The length of a transform must be a power of two: " + length);
        }
        this.length = length;
        this.places = new int[length];
        var shift = Integer.numberOfLeadingZeros(length) + 1;
        for (int i = 0; i < length; i++) {
            places[i] = Integer.reverse(i) >>> shift;
        }
        this.turns = new double[Integer.numberOfTrailingZeros(length) / 2][];
        for (int pass = 0, quarter = first(); pass < turns.length; pass++, quarter *= 4) {
            turns[pass] = turns(quarter);
        }
    }

    private static double[] turns(int quarter) {
        var turns = new double[FACTORS * quarter];
        for (int k = 0; k < quarter; k++) {
            var angle = -Math.PI * k / (2 * quarter);
            for (int i = 0, at = FACTORS * k; i < FACTORS; i += 2) {
                // halves are put together first, and so the second comes before the first
                var times = i == 0 ? 2 : i == 2 ? 1 : 3;
                turns[at + i] = Math.cos(times * angle);
                turns[at + i + 1] = Math.sin(times * angle);
            }
        }
        return turns;
    }

    /** The least length that holds so many samples. */
    public static int lengthFor(int samples) {
        return Math.max(2, Integer.highestOneBit(2 * samples - 1));
    }

    public int length() {
        return length;
    }

    /** From samples to their spectrum; with the two arguments exchanged, back to the samples times the length. */
    public void transform(double[] real, double[] imaginary) {
        for (int i = 0; i < length; i++) {
            var other = places[i];
            if (i < other) {
                swap(real, i, other);
                swap(imaginary, i, other);
            }
        }
        transformPlaced(real, imaginary);
    }

    /** By sample, where {@link #transformPlaced} wants it. */
    int[] places() {
        return places;
    }

    /** The same for samples that are in their places already. */
    void transformPlaced(double[] real, double[] imaginary) {
        if (first() == 2) {
            combineTwos(real, imaginary);
        }
        for (int pass = 0, quarter = first(); pass < turns.length; pass++, quarter *= 4) {
            if (quarter == 1) {
                combineFours(real, imaginary);
            } else {
                combine(real, imaginary, quarter, turns[pass]);
            }
        }
    }

    /** What the first four transforms are of: of two where the length is no power of four. */
    private int first() {
        return Integer.numberOfTrailingZeros(length) % 2 == 0 ? 1 : 2;
    }

    private static void swap(double[] values, int i, int j) {
        var value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    private void combineTwos(double[] real, double[] imaginary) {
        for (int i = 0; i < length; i += 2) {
            var re = real[i + 1];
            var im = imaginary[i + 1];
            real[i + 1] = real[i] - re;
            imaginary[i + 1] = imaginary[i] - im;
            real[i] += re;
            imaginary[i] += im;
        }
    }

    /** Of single samples, which need not be turned. */
    private void combineFours(double[] real, double[] imaginary) {
        for (int i = 0; i < length; i += 4) {
            var sumReal = real[i] + real[i + 1];
            var sumImaginary = imaginary[i] + imaginary[i + 1];
            var differenceReal = real[i] - real[i + 1];
            var differenceImaginary = imaginary[i] - imaginary[i + 1];
            var otherSumReal = real[i + 2] + real[i + 3];
            var otherSumImaginary = imaginary[i + 2] + imaginary[i + 3];
            var otherDifferenceReal = real[i + 2] - real[i + 3];
            var otherDifferenceImaginary = imaginary[i + 2] - imaginary[i + 3];
            real[i] = sumReal + otherSumReal;
            imaginary[i] = sumImaginary + otherSumImaginary;
            real[i + 1] = differenceReal + otherDifferenceImaginary;
            imaginary[i + 1] = differenceImaginary - otherDifferenceReal;
            real[i + 2] = sumReal - otherSumReal;
            imaginary[i + 2] = sumImaginary - otherSumImaginary;
            real[i + 3] = differenceReal - otherDifferenceImaginary;
            imaginary[i + 3] = differenceImaginary + otherDifferenceReal;
        }
    }

    /** Makes of each four transforms of this length one of four times the length. */
    private void combine(double[] real, double[] imaginary, int quarter, double[] turns) {
        for (int start = 0; start < length; start += 4 * quarter) {
            for (int i = start, at = 0; i < start + quarter; i++, at += FACTORS) {
                var second = i + quarter;
                var third = second + quarter;
                var fourth = third + quarter;
                var re2 = turns[at] * real[second] - turns[at + 1] * imaginary[second];
                var im2 = turns[at + 1] * real[second] + turns[at] * imaginary[second];
                var re3 = turns[at + 2] * real[third] - turns[at + 3] * imaginary[third];
                var im3 = turns[at + 3] * real[third] + turns[at + 2] * imaginary[third];
                var re4 = turns[at + 4] * real[fourth] - turns[at + 5] * imaginary[fourth];
                var im4 = turns[at + 5] * real[fourth] + turns[at + 4] * imaginary[fourth];
                var sumReal = real[i] + re2;
                var sumImaginary = imaginary[i] + im2;
                var differenceReal = real[i] - re2;
                var differenceImaginary = imaginary[i] - im2;
                real[i] = sumReal + (re3 + re4);
                imaginary[i] = sumImaginary + (im3 + im4);
                real[second] = differenceReal + (im3 - im4);
                imaginary[second] = differenceImaginary - (re3 - re4);
                real[third] = sumReal - (re3 + re4);
                imaginary[third] = sumImaginary - (im3 + im4);
                real[fourth] = differenceReal - (im3 - im4);
                imaginary[fourth] = differenceImaginary + (re3 - re4);
            }
        }
    }
}
