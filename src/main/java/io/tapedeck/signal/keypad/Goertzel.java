package io.tapedeck.signal.keypad;

/** The power of one frequency in sound, by Goertzel's recurrence. */
final class Goertzel {
    private final double coefficient;

    /**
     * @param hertz that are looked for
     * @param sampleRate Hz of the sound
     */
    Goertzel(double hertz, double sampleRate) {
        this.coefficient = 2 * Math.cos(2 * Math.PI * hertz / sampleRate);
    }

    /** The mean square of the tone that is there, if it is there from one end to the other. */
    double power(float[] sound, int from, int length) {
        double before = 0;
        double last = 0;
        for (int i = from; i < from + length; i++) {
            var next = sound[i] + coefficient * last - before;
            before = last;
            last = next;
        }
        var square = last * last + before * before - coefficient * last * before;
        return 2 * square / ((double) length * length);
    }
}
