package io.tapedeck.signal.loudness;

/** What makes a sample between others: a sine over its angle, under the window of Kaiser, as ffmpeg resamples too. */
final class Kernel {
    private static final double BETA = 9;
    /** Terms from which on the series of Bessel's function adds nothing. */
    private static final int TERMS = 40;

    private Kernel() {}

    /**
     * The factors of the samples around.
     *
     * @param share of the way from the middle one of them to the next
     * @param taps how many samples
     */
    static float[] at(double share, int taps) {
        var kernel = new double[taps];
        var sum = 0.0;
        for (int i = 0; i < taps; i++) {
            var distance = i - (taps - 1) / 2 - share;
            var place = 2 * distance / taps;
            kernel[i] =
                    Math.sin(Math.PI * distance) / distance * bessel(BETA * Math.sqrt(Math.max(0, 1 - place * place)));
            sum += kernel[i];
        }
        var scaled = new float[taps];
        for (int i = 0; i < taps; i++) {
            scaled[i] = (float) (kernel[i] / sum);
        }
        return scaled;
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
