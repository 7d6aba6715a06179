package io.tapedeck.signal.keypad;

/** The power of four frequencies in sound: by Goertzel's recurrence for all at once, since one alone would wait for each addition. */
final class FourTones {
    static final int COUNT = 4;

    private final double one;
    private final double two;
    private final double three;
    private final double four;

    /**
     * @param hertz that are looked for
     * @param sampleRate Hz of the sound
     */
    FourTones(double[] hertz, double sampleRate) {
        this.one = Goertzel.coefficient(hertz[0], sampleRate);
        this.two = Goertzel.coefficient(hertz[1], sampleRate);
        this.three = Goertzel.coefficient(hertz[2], sampleRate);
        this.four = Goertzel.coefficient(hertz[3], sampleRate);
    }

    /**
     * See {@link Goertzel#power}.
     *
     * @param powers takes them
     */
    void find(float[] sound, int from, int length, double[] powers) {
        double a1 = 0;
        double a2 = 0;
        double b1 = 0;
        double b2 = 0;
        double c1 = 0;
        double c2 = 0;
        double d1 = 0;
        double d2 = 0;
        for (int i = from; i < from + length; i++) {
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
        powers[0] = Goertzel.power(one, a1, a2, length);
        powers[1] = Goertzel.power(two, b1, b2, length);
        powers[2] = Goertzel.power(three, c1, c2, length);
        powers[3] = Goertzel.power(four, d1, d2, length);
    }
}
