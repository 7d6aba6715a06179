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
    /** The four nearest samples, which tell whether what the others can add is worth a look. */
    private static final int NEAR_FROM = TAPS / 2 - 2;

    private static final int NEAR_TO = TAPS / 2 + 2;

    private final float[] factors = new float[TAPS];
    private final float one;
    private final float two;
    private final float three;
    private final float four;
    private final float near;
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
        this.one = factors[NEAR_FROM];
        this.two = factors[NEAR_FROM + 1];
        this.three = factors[NEAR_FROM + 2];
        this.four = factors[NEAR_FROM + 3];
        this.near = sizes(NEAR_FROM, NEAR_TO);
        this.far = sizes(0, TAPS) - near;
    }

    /** By how much what it makes may be higher than all samples. */
    float overshoot() {
        return near + far;
    }

    /** The share that the nearest samples have in that. */
    float near() {
        return near;
    }

    /** The share that the others have in it. */
    float far() {
        return far;
    }

    /** How high what it makes is without any but the nearest samples, of which it lies behind the second. */
    float near(float first, float second, float third, float fourth) {
        return Math.abs(one * first + two * second + three * third + four * fourth);
    }

    /** How high what it makes behind a sample is. */
    float behind(short[] sound, int sample) {
        var from = sample - TAPS / 2 + 1;
        var sum = 0f;
        for (int k = 0; k < TAPS; k++) {
            sum += factors[k] * sound[from + k];
        }
        return Math.abs(sum);
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
