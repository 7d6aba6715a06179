package io.tapedeck.signal.loudness;

/**
 * Makes samples between others, at one place between two: of a sine over its angle, under the window of Kaiser, as ffmpeg resamples
 * too.
 */
final class Kernel {
    /** Samples that one is made of. */
    static final int TAPS = 32;

    private static final double BETA = 9;
    /** Terms from which on the series of Bessel's function adds nothing. */
    private static final int TERMS = 40;
    /** The nearest samples, which tell whether what the others can add is worth a look. */
    private static final int NEAR_FROM = TAPS / 2 - 2;

    private static final int NEAR_TO = TAPS / 2 + 2;

    private final float[] factors = new float[TAPS];
    private final float overshoot;
    private final float far;

    /** @param share of the way from one sample to the next */
    Kernel(double share) {
        var kernel = new double[TAPS];
        var sum = 0.0;
        for (int i = 0; i < TAPS; i++) {
            var distance = i - (TAPS - 1) / 2 - share;
            var place = 2 * distance / TAPS;
            kernel[i] =
                    Math.sin(Math.PI * distance) / distance * bessel(BETA * Math.sqrt(Math.max(0, 1 - place * place)));
            sum += kernel[i];
        }
        for (int i = 0; i < TAPS; i++) {
            factors[i] = (float) (kernel[i] / sum);
        }
        this.overshoot = sizes(0, TAPS);
        this.far = overshoot - sizes(NEAR_FROM, NEAR_TO);
    }

    /** By how much what it makes may be higher than all samples. */
    float overshoot() {
        return overshoot;
    }

    /**
     * The peak that is known, or what is higher behind any of these samples.
     *
     * @param from the first of them
     * @param around the highest of all samples that those between are made of
     */
    float peak(short[] sound, int from, int count, float around, float known) {
        var peak = known;
        for (int i = from - TAPS / 2 + 1; i < from - TAPS / 2 + 1 + count; i++) {
            var near = Math.abs(sum(sound, i, NEAR_FROM, NEAR_TO));
            if (near + far * around > peak) {
                peak = Math.max(peak, Math.abs(sum(sound, i, 0, TAPS)));
            }
        }
        return peak;
    }

    private float sum(short[] sound, int at, int from, int to) {
        var sum = 0f;
        for (int k = from; k < to; k++) {
            sum += factors[k] * sound[at + k];
        }
        return sum;
    }

    private float sizes(int from, int to) {
        var sum = 0f;
        for (int k = from; k < to; k++) {
            sum += Math.abs(factors[k]);
        }
        return sum;
    }

    /** The modified Bessel function of the first kind, of order zero. */
    private static double bessel(double x) {
        var term = 1.0;
        var sum = 1.0;
        for (int i = 1; i < TERMS; i++) {
            term *= x / 2 / i * (x / 2 / i);
            sum += term;
        }
        return sum;
    }
}
