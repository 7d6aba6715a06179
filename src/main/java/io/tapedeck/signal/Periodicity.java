package io.tapedeck.signal;

/** Tells voiced sound by how like itself it is when shifted by a period of the human voice. */
final class Periodicity {
    private static final int ENOUGH_HERTZ = 4_000;
    private static final int HIGHEST_PITCH = 400;
    private static final int LOWEST_PITCH = 70;
    private static final double LEAST_LIKENESS = 0.6;

    private final int factor;
    private final int shortestLag;
    private final int longestLag;
    private final double[] window;

    /**
     * @param sampleRate Hz
     * @param frameLength samples of a frame
     */
    Periodicity(int sampleRate, int frameLength) {
        this.factor = Math.max(1, sampleRate / ENOUGH_HERTZ);
        this.shortestLag = Math.max(1, sampleRate / factor / HIGHEST_PITCH);
        this.window = new double[2 * frameLength / factor];
        this.longestLag = Math.min(sampleRate / factor / LOWEST_PITCH, window.length / 2);
    }

    /** Whether the frame, seen together with the one before it, is voiced. */
    boolean isVoiced(double[] previous, double[] frame) {
        fill(previous, frame);
        double here = energy(0);
        double there = energy(shortestLag);
        for (int lag = shortestLag; lag <= longestLag; lag++) {
            if (here > 0 && there > 0 && product(lag) > LEAST_LIKENESS * Math.sqrt(here * there)) {
                return true;
            }
            if (lag < longestLag) {
                there += square(longestLag - lag - 1) - square(window.length - lag - 1);
            }
        }
        return false;
    }

    /** At half the rate, as differences, which take away rumble and offset. */
    private void fill(double[] previous, double[] frame) {
        double before = 0;
        for (int i = 0; i < window.length; i++) {
            double sum = 0;
            for (int j = i * factor; j < (i + 1) * factor; j++) {
                sum += j < previous.length ? previous[j] : frame[j - previous.length];
            }
            window[i] = i == 0 ? 0 : sum - before;
            before = sum;
        }
    }

    private double product(int lag) {
        double sum = 0;
        for (int i = longestLag; i < window.length; i++) {
            sum += window[i] * window[i - lag];
        }
        return sum;
    }

    private double energy(int lag) {
        double sum = 0;
        for (int i = longestLag; i < window.length; i++) {
            sum += square(i - lag);
        }
        return sum;
    }

    private double square(int i) {
        return window[i] * window[i];
    }
}
