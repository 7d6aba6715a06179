package io.tapedeck.signal;

/** The fast Fourier transform of Cooley and Tukey, in place. */
public final class FourierTransform {
    private final int length;
    private final double[] cosines;
    private final double[] sines;

    /**
     * @param length of what is transformed, a power of two
     */
    public FourierTransform(int length) {
        if (Integer.bitCount(length) != 1 || length < 2) {
            throw new IllegalArgumentException("The length of a transform must be a power of two: " + length);
        }
        this.length = length;
        this.cosines = new double[length / 2];
        this.sines = new double[length / 2];
        for (int k = 0; k < length / 2; k++) {
            cosines[k] = Math.cos(2 * Math.PI * k / length);
            sines[k] = -Math.sin(2 * Math.PI * k / length);
        }
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
        reorder(real, imaginary);
        for (int half = 1; half < length; half *= 2) {
            combine(real, imaginary, half);
        }
    }

    /** By the bits of the index the other way round. */
    private void reorder(double[] real, double[] imaginary) {
        var shift = Integer.numberOfLeadingZeros(length) + 1;
        for (int i = 0; i < length; i++) {
            var other = Integer.reverse(i) >>> shift;
            if (i < other) {
                swap(real, i, other);
                swap(imaginary, i, other);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        var value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    /** Makes of each two transforms of this length one of twice the length, in the order that leaves the longer inner loop. */
    private void combine(double[] real, double[] imaginary, int half) {
        var step = length / (2 * half);
        if (half < step) {
            for (int k = 0; k < half; k++) {
                for (int i = k; i < length; i += 2 * half) {
                    combine(real, imaginary, i, i + half, k * step);
                }
            }
        } else {
            for (int start = 0; start < length; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    combine(real, imaginary, start + k, start + k + half, k * step);
                }
            }
        }
    }

    private void combine(double[] real, double[] imaginary, int i, int j, int angle) {
        var re = real[j] * cosines[angle] - imaginary[j] * sines[angle];
        var im = real[j] * sines[angle] + imaginary[j] * cosines[angle];
        real[j] = real[i] - re;
        imaginary[j] = imaginary[i] - im;
        real[i] += re;
        imaginary[i] += im;
    }
}
