package io.tapedeck.signal.loudness;

/**
 * How much more the first filter of ITU-R BS.1770 makes of each frequency, as a sum of cosines: what the sums of several samples
 * hold of a frequency is weighted so that it comes, with the rest of the whole energy, to what the filter would make of all.
 */
final class ShelfWeight {
    static final int TERMS = 7;

    private static final double HERTZ = 1681.974450955533;
    private static final double Q = 0.7071752369554196;
    private static final double GAIN = Math.pow(10, 3.999843853973347 / 20);
    private static final double MIDDLE = Math.pow(GAIN, 0.4996667741545416);
    /** Frequencies that the cosines are fitted to. */
    private static final int POINTS = 256;

    private final double sampleRate;
    private final int factor;

    /**
     * @param sampleRate Hz
     * @param factor of how many samples the sums are
     */
    ShelfWeight(int sampleRate, int factor) {
        this.sampleRate = sampleRate;
        this.factor = factor;
    }

    /** By how much what the sums do not hold has more power. */
    double above() {
        return GAIN * GAIN;
    }

    /** By how much the products of sums have to be weighted that are so many apart, of those before and after together. */
    double[] cosines() {
        var cosines = new double[TERMS];
        for (int i = 0; i < POINTS; i++) {
            var angle = Math.PI * (i + 0.5) / POINTS;
            var weight = weight(angle / factor);
            for (int k = 0; k < TERMS; k++) {
                cosines[k] += (k == 0 ? 1 : 2) * weight * Math.cos(k * angle) / POINTS;
            }
        }
        return cosines;
    }

    /** Of what the sums hold: less than the filter's by what it has too much in what they do not. */
    private double weight(double angle) {
        var held = Math.pow(Math.sin(factor * angle / 2) / (factor * Math.sin(angle / 2)), 2);
        return above() - (above() - power(angle)) / held;
    }

    /** What the filter makes of the power of a frequency. */
    private double power(double angle) {
        var k = Math.tan(Math.PI * HERTZ / sampleRate);
        return square(angle, GAIN + MIDDLE * k / Q + k * k, 2 * (k * k - GAIN), GAIN - MIDDLE * k / Q + k * k)
                / square(angle, 1 + k / Q + k * k, 2 * (k * k - 1), 1 - k / Q + k * k);
    }

    private static double square(double angle, double now, double before, double last) {
        var real = now + before * Math.cos(angle) + last * Math.cos(2 * angle);
        var imaginary = before * Math.sin(angle) + last * Math.sin(2 * angle);
        return real * real + imaginary * imaginary;
    }
}
