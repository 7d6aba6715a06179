package io.tapedeck.signal.keypad;

/** The power of one frequency in sound, by Goertzel's recurrence. */
final class Goertzel {
    private final double coefficient;

    /**
     * @param hertz that are looked for
     * @param sampleRate Hz of the sound
     */
    Goertzel(double hertz, double sampleRate) {
        this.coefficient = coefficient(hertz, sampleRate);
    }

    /** Of the sample before in the recurrence. */
    static double coefficient(double hertz, double sampleRate) {
        return 2 * Math.cos(2 * Math.PI * hertz / sampleRate);
    }

    /** The mean square of the tone that is there, if it is there from one end to the other. */
    double power(float[] sound, int from, int length) {
        double before = 0;
        double last = 0;
        for (int i = from; i < from + length; i++) {
            var next = Math.fma(coefficient, last, sound[i] - before);
            before = last;
            last = next;
        }
        return power(coefficient, last, before, length);
    }

    /** The same from the last two values of the recurrence. */
    static double power(double coefficient, double last, double before, int length) {
        var square = last * last + before * before - coefficient * last * before;
        return 2 * square / ((double) length * length);
    }
}
