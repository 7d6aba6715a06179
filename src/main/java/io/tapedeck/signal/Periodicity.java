package io.tapedeck.signal;

/** Tells voiced sound by how like itself it is when shifted by a period of the human voice. */
final class Periodicity {
    private static final int ENOUGH_HERTZ = 4_000;
    private static final int HIGHEST_PITCH = 400;
    private static final int LOWEST_PITCH = 70;
    /** Squared, as what it is compared with is. */
    private static final double LEAST_LIKENESS = 0.6 * 0.6;
    /** Lags that are tried at once, since one sum alone would wait for each addition. */
    private static final int AT_ONCE = 6;

    private final int factor;
    private final int shortestLag;
    private final int longestLag;
    /** Behind as much silence as the last lags tried at once may reach back; of whole numbers, so that all sums are exact. */
    private final double[] window;

    private final double[] products = new double[AT_ONCE];
    /** By lag from the shortest on. */
    private final double[] energies;

    private final int length;
    /** The first of the lags tried at once that were like it last; a voice goes on as it is. */
    private int likely;

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
        this.energies = new double[Math.max(0, longestLag - shortestLag + 1)];
        this.likely = shortestLag;
    }

    /** Whether a frame is voiced, seen together with the one before it, which lies ahead of it. */
    boolean isVoiced(int[] frames) {
        fill(frames);
        var here = energy();
        if (here == 0) {
            return false;
        }
        findEnergies(here);
        if (isLike(likely, here)) {
            return true;
        }
        for (int lag = shortestLag; lag <= longestLag; lag += AT_ONCE) {
            if (lag != likely && isLike(lag, here)) {
                likely = lag;
                return true;
            }
        }
        return false;
    }

    /** Whether it is like what lies one of the lags before that are tried at once. */
    private boolean isLike(int first, double here) {
        multiply(first);
        var count = Math.min(AT_ONCE, longestLag - first + 1);
        for (int i = 0; i < count; i++) {
            var product = products[i];
            if (product > 0 && product * product > LEAST_LIKENESS * here * energies[first + i - shortestLag]) {
                return true;
            }
        }
        return false;
    }

    /** At half the rate, as differences, which take away rumble and offset. */
    private void fill(int[] frames) {
        var size = factor;
        var into = window;
        var before = 0;
        for (int i = AT_ONCE, j = 0; i < into.length; i++) {
            var sum = 0;
            for (int end = j + size; j < end; j++) {
                sum += frames[j];
            }
            into[i] = sum - before;
            before = sum;
        }
        into[AT_ONCE] = 0;
    }

    /** Finds the products with what lies a lag before, and one sample more each. */
    private void multiply(int lag) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        double fifth = 0;
        double sixth = 0;
        var from = AT_ONCE + longestLag;
        var one = window[from - lag - 1];
        var two = window[from - lag - 2];
        var three = window[from - lag - 3];
        var four = window[from - lag - 4];
        var five = window[from - lag - 5];
        for (int i = from; i < window.length; i++) {
            var sample = window[i];
            var none = window[i - lag];
            first = Math.fma(sample, none, first);
            second = Math.fma(sample, one, second);
            third = Math.fma(sample, two, third);
            fourth = Math.fma(sample, three, fourth);
            fifth = Math.fma(sample, four, fifth);
            sixth = Math.fma(sample, five, sixth);
            five = four;
            four = three;
            three = two;
            two = one;
            one = none;
        }
        products[0] = first;
        products[1] = second;
        products[2] = third;
        products[3] = fourth;
        products[4] = fifth;
        products[5] = sixth;
    }

    /** Each from the one before, by what enters and what leaves. */
    private void findEnergies(double here) {
        var energy = here;
        for (int lag = 0; lag <= longestLag; lag++) {
            if (lag >= shortestLag) {
                energies[lag - shortestLag] = energy;
            }
            energy += square(longestLag - lag - 1) - square(length - lag - 1);
        }
    }

    private double energy() {
        double sum = 0;
        double other = 0;
        for (int i = longestLag + 1; i < length; i += 2) {
            sum += square(i - 1);
            other += square(i);
        }
        return (length - longestLag) % 2 == 0 ? sum + other : sum + other + square(length - 1);
    }

    private double square(int i) {
        return window[AT_ONCE + i] * window[AT_ONCE + i];
    }
}
