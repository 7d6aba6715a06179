package io.tapedeck.signal.hold;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/**
 * Takes from the steadiness of windows what may be a vowel that somebody holds or sings: one pitch of a voice that stays for 0.4 s.
 * Instruments of which one alone plays long notes as low as a voice go with it.
 */
final class HeldVowels {
    /** Windows. */
    private static final int LONG = 6;
    /** Share by which a pitch that stays differs from one window to the next. */
    private static final double SAME = 0.03;

    private final DoubleConsumer listener;
    private final double[] undecided = new double[LONG];
    private int length;
    private double pitch;

    /** @param listener takes what is left of each window's steadiness, in their order */
    HeldVowels(DoubleConsumer listener) {
        this.listener = listener;
    }

    void accept(double steadiness, OptionalDouble found) {
        if (length > 0 && (found.isEmpty() || Math.abs(found.getAsDouble() / pitch - 1) > SAME)) {
            end();
        }
        if (found.isEmpty()) {
            listener.accept(steadiness);
            return;
        }
        pitch = found.getAsDouble();
        if (length < LONG) {
            undecided[length] = steadiness;
        }
        length++;
        if (length == LONG) {
            for (int i = 0; i < LONG; i++) {
                listener.accept(0);
            }
        } else if (length > LONG) {
            listener.accept(0);
        }
    }

    void end() {
        for (int i = 0; length < LONG && i < length; i++) {
            listener.accept(undecided[i]);
        }
        length = 0;
    }
}
