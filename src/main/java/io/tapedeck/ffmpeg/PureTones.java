package io.tapedeck.ffmpeg;

/** Tells dial, ringing, busy and keypad tones, which two past samples per tone predict almost perfectly. */
final class PureTones {
    private static final int ORDER = 4;
    /** Of companded tones 1e-3 remains, of clean ones next to nothing, of most speech more than 1e-2. */
    private static final double MOST_REMAINDER = 1.6e-3;

    private PureTones() {}

    /** Whether one or two pure tones make up the frame. */
    static boolean make(double[] frame) {
        var products = new double[ORDER + 1][ORDER + 1];
        for (int i = 0; i <= ORDER; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = product(frame, i, j);
                products[j][i] = products[i][j];
            }
        }
        var total = products[0][0];
        return total > 0 && remainder(products) < MOST_REMAINDER * total;
    }

    private static double product(double[] frame, int i, int j) {
        double sum = 0;
        for (int n = ORDER; n < frame.length; n++) {
            sum += frame[n - i] * frame[n - j];
        }
        return sum;
    }

    /** Energy that linear prediction leaves: what elimination of the predictors leaves in the first corner. */
    private static double remainder(double[][] products) {
        for (int pivot = ORDER; pivot > 0; pivot--) {
            var divisor = products[pivot][pivot] + 1e-12 * products[0][0] + Double.MIN_NORMAL;
            for (int row = 0; row < pivot; row++) {
                var share = products[row][pivot] / divisor;
                for (int column = 0; column < pivot; column++) {
                    products[row][column] -= share * products[pivot][column];
                }
            }
        }
        return products[0][0];
    }
}
