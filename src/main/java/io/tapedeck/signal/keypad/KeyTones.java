package io.tapedeck.signal.keypad;

import io.tapedeck.signal.Power;

/**
 * Tells the key of which the two tones fill a window of sound. All else there, their harmonics too, is little beside them: of
 * speech more is left.
 */
final class KeyTones {
    private static final String KEYS = "123A456B789C*0#D";

    /** Share of the power in the two tones from which they fill more than half of a window. */
    private static final double PARTLY = 0.55;
    /** The same from which they fill all of it, with noise 10 dB below them. */
    private static final double WHOLLY = 0.85;
    /** Share that is worth a closer look: a tone that is off by 1.5 % has lost this much in the nearest of Goertzel's. */
    private static final double WORTH_A_LOOK = 0.35;
    /** The same of the low tone alone, 5 dB softer than the high one: at worst half of it is in the nearest of Goertzel's. */
    private static final double LEAST_LOW = 0.06;
    /** dB by which the low tone may be stronger, and the high one; a decibel beyond 8 and 4 is left to the noise. */
    private static final double LOW_STRONGER = Power.at(9);

    private static final double HIGH_STRONGER = Power.at(5);

    /**
     * What is in a window.
     *
     * @param key or {@link #NONE}
     * @param whole whether its tones fill all of it
     */
    record Window(char key, boolean whole) {
        static final Window NONE = new Window(' ', false);

        boolean isKey() {
            return key != NONE.key;
        }
    }

    private final int window;
    private final ToneGroup low;
    private final ToneGroup high;
    private final double softest;

    /**
     * @param length samples of half a window
     * @param softest dBFS below which there is no key
     */
    KeyTones(double sampleRate, int length, double softest) {
        this.window = 2 * length;
        this.low = new ToneGroup(ToneGroup.LOW, sampleRate, length);
        this.high = new ToneGroup(ToneGroup.HIGH, sampleRate, length);
        this.softest = Power.at(softest);
    }

    /**
     * What is in a window.
     *
     * @param from where it begins in the sound
     * @param start where it begins in all sound
     * @param all its power, without a constant offset
     */
    Window in(float[] sound, int from, long start, double all) {
        if (all < softest) {
            return Window.NONE;
        }
        var one = low.strongest(sound, from, start);
        if (one.power() < LEAST_LOW * all) {
            return Window.NONE;
        }
        var other = high.strongest(sound, from, start);
        if (one.power() + other.power() < WORTH_A_LOOK * all) {
            return Window.NONE;
        }
        var lower = low.power(one.number(), sound, from, window);
        var higher = high.power(other.number(), sound, from, window);
        var share = (lower + higher) / all;
        var isKey = lower <= LOW_STRONGER * higher && higher <= HIGH_STRONGER * lower && share >= PARTLY;
        return isKey ? new Window(KEYS.charAt(4 * one.number() + other.number()), share >= WHOLLY) : Window.NONE;
    }
}
