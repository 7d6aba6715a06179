package io.tapedeck.signal.keypad;

/**
 * Four frequencies in sound, by Goertzel's recurrence for all at once, since one alone would wait for each addition. Sound is looked at
 * in halves of a window, each for itself: what is in a window is what is in its first half, turned by as much as the second lasts, and
 * what is in that.
 */
final class FourTones {
    static final int COUNT = 4;

    /** What is in half a window: of each frequency the real and the imaginary part at its end. */
    static final class Half {
        private final double[] real = new double[COUNT];
        private final double[] imaginary = new double[COUNT];
        private long start = -1;
    }

    private final double[] cosines = new double[COUNT];
    private final double[] sines = new double[COUNT];
    private final double[] turnCosines = new double[COUNT];
    private final double[] turnSines = new double[COUNT];
    private final int length;
    private Half first = new Half();
    private Half second = new Half();

    /**
     * @param hertz that are looked for
     * @param sampleRate Hz of the sound
     * @param length samples of half a window
     */
    FourTones(double[] hertz, double sampleRate, int length) {
        this.length = length;
        for (int i = 0; i < COUNT; i++) {
            var angle = 2 * Math.PI * hertz[i] / sampleRate;
            cosines[i] = Math.cos(angle);
            sines[i] = Math.sin(angle);
            turnCosines[i] = Math.cos(angle * length);
            turnSines[i] = Math.sin(angle * length);
        }
    }

    /**
     * The power of each in a window; see {@link Goertzel#power}.
     *
     * @param from where the window begins in the sound
     * @param start where it begins in all sound, by which a half is known again
     * @param powers takes them
     */
    void find(float[] sound, int from, long start, double[] powers) {
        if (second.start == start) {
            var known = second;
            second = first;
            first = known;
        } else {
            fill(first, sound, from, start);
        }
        fill(second, sound, from + length, start + length);
        for (int i = 0; i < COUNT; i++) {
            var real = turnCosines[i] * first.real[i] - turnSines[i] * first.imaginary[i] + second.real[i];
            var imaginary = turnSines[i] * first.real[i] + turnCosines[i] * first.imaginary[i] + second.imaginary[i];
            powers[i] = (real * real + imaginary * imaginary) / (2.0 * length * length);
        }
    }

    private void fill(Half half, float[] sound, int from, long start) {
        var one = 2 * cosines[0];
        var two = 2 * cosines[1];
        var three = 2 * cosines[2];
        var four = 2 * cosines[3];
        double a1 = 0;
        double a2 = 0;
        double b1 = 0;
        double b2 = 0;
        double c1 = 0;
        double c2 = 0;
        double d1 = 0;
        double d2 = 0;
        for (int i = from, end = from + length; i < end; i++) {
            double sample = sound[i];
            var a = Math.fma(one, a1, sample - a2);
            var b = Math.fma(two, b1, sample - b2);
            var c = Math.fma(three, c1, sample - c2);
            var d = Math.fma(four, d1, sample - d2);
            a2 = a1;
            a1 = a;
            b2 = b1;
            b1 = b;
            c2 = c1;
            c1 = c;
            d2 = d1;
            d1 = d;
        }
        keep(half, 0, a1, a2);
        keep(half, 1, b1, b2);
        keep(half, 2, c1, c2);
        keep(half, 3, d1, d2);
        half.start = start;
    }

    private void keep(Half half, int tone, double last, double before) {
        half.real[tone] = last - cosines[tone] * before;
        half.imaginary[tone] = sines[tone] * before;
    }
}
