package io.tapedeck.signal;

/** Tells voiced sound by how like itself it is when shifted by a period of the human voice. */
final class Periodicity {
    private static final int ENOUGH_HERTZ = 4_000;
    private static final int HIGHEST_PITCH = 400;
    private static final int LOWEST_PITCH = 70;
    private static final double LEAST_LIKENESS = 0.6;
    /** Lags that are tried at once, since one sum alone would wait for each addition. */
    private static final int AT_ONCE = 4;

    private final int factor;
    private final int shortestLag;
    private final int longestLag;
    /** Behind as much silence as the last lags tried at once may reach back. */
    private final double[] window;

    private final double[] products = new double[AT_ONCE];
    private final int length;

    /**
     * @param sampleRate Hz
     * @param frameLength samples of a frame
     */
    Periodicity(int sampleRate, int frameLength) {
        this.factor = Math.max(1, sampleRate / ENOUGH_HERTZ);
        this.shortestLag = Math.max(1, sampleRate / factor / HIGHEST_PITCH);
        this.length = 2 * frameLength / factor;
        this.window = new double[AT_ONCE + length];
        this.longestLag = Math.min(sampleRate / factor / LOWEST_PITCH, length / 2);
    }

    /** Whether a frame is voiced, seen together with the one before it, which lies ahead of it. */
    boolean isVoiced(int[] frames) {
        fill(frames);
        double here = energy(0);
        double there = energy(shortestLag);
        for (int lag = shortestLag; here > 0 && lag <= longestLag; lag++) {
            var next = (lag - shortestLag) % AT_ONCE;
            if (next == 0) {
                multiply(lag);
            }
            if (there > 0 && products[next] > LEAST_LIKENESS * Math.sqrt(here * there)) {
                return true;
            }
            if (lag < longestLag) {
                there += square(longestLag - lag - 1) - square(length - lag - 1);
            }
        }
        return false;
    }

    /** At half the rate, as differences, which take away rumble and offset. */
    private void fill(int[] frames) {
        var before = 0;
        for (int i = 0; i < length; i++) {
            var sum = 0;
            for (int j = i * factor; j < (i + 1) * factor; j++) {
                sum += frames[j];
            }
            window[AT_ONCE + i] = i == 0 ? 0 : sum - before;
            before = sum;
        }
    }

    /** Finds the products with what lies a lag before, and one sample more each. */
    private void multiply(int lag) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = AT_ONCE + longestLag; i < window.length; i++) {
            var sample = window[i];
            first += sample * window[i - lag];
            second += sample * window[i - lag - 1];
            third += sample * window[i - lag - 2];
            fourth += sample * window[i - lag - 3];
        }
        products[0] = first;
        products[1] = second;
        products[2] = third;
        products[3] = fourth;
    }

    private double energy(int lag) {
        double sum = 0;
        for (int i = longestLag; i < length; i++) {
            sum += square(i - lag);
        }
        return sum;
    }

    private double square(int i) {
        return window[AT_ONCE + i] * window[AT_ONCE + i];
    }
}
