package io.tapedeck.signal.keypad;

import io.tapedeck.audio.Range;
import io.tapedeck.signal.SampleSums;
import io.tapedeck.signal.VoiceFrames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds presses of keys on one channel: tones of 40 ms or more, each apart from the next by 40 ms or more. It looks at 20 ms every
 * 10 ms.
 */
public final class KeypadFinder {
    /** Windows that tones of 40 ms fill by more than half, wherever they begin. */
    private static final int SHORTEST = 3;
    /** Of these, how many they fill wholly; of all windows, half. */
    private static final int FEWEST_WHOLE = 2;

    /** Windows in which the tones of one press may not be heard. */
    private static final int LONGEST_GAP = 2;

    private final int step;
    private final int window;
    private final double second;
    private final KeyTones tones;
    private final List<KeyPress> presses = new ArrayList<>();
    /** What is not yet looked at, behind the half of a window that was; used again and again. */
    private float[] pending = new float[0];

    private int kept;
    /** Of the first half of the next window, where it is known. */
    private SampleSums half = new SampleSums(0, 0, 0);

    private long position;
    private char key;
    private long first;
    private long last;
    private int count;
    private int whole;

    /**
     * @param sampleRate Hz of the channel
     * @param softest dBFS below which there is no key
     */
    public KeypadFinder(int sampleRate, double softest) {
        var rate = VoiceFrames.rate(sampleRate);
        this.second = VoiceFrames.exactRate(sampleRate);
        this.step = rate / 100;
        this.window = 2 * step;
        this.tones = new KeyTones(rate, step, softest);
    }

    /** Takes the next sound of the channel in, as {@link io.tapedeck.signal.SampleFrame} has it. */
    public void accept(float[] sound) {
        var end = kept + sound.length;
        if (end > pending.length) {
            pending = Arrays.copyOf(pending, end);
        }
        System.arraycopy(sound, 0, pending, kept, sound.length);
        var from = 0;
        for (; from + window <= end; from += step) {
            if (half.count() == 0) {
                half = SampleSums.of(pending, from, step);
            }
            var here = SampleSums.of(pending, from + step, step);
            accept(tones.in(pending, from, position + from, half.plus(here).power()), position + from);
            half = here;
        }
        position += from;
        kept = end - from;
        System.arraycopy(pending, from, pending, 0, kept);
    }

    /** In their order. To be asked once, at the end. */
    public List<KeyPress> presses() {
        end();
        return List.copyOf(presses);
    }

    private void accept(KeyTones.Window found, long at) {
        if (count > 0 && (found.isKey() ? found.key() != key : at - last > LONGEST_GAP * step)) {
            end();
        }
        if (found.isKey()) {
            first = count == 0 ? at : first;
            key = found.key();
            last = at;
            count++;
            whole += found.whole() ? 1 : 0;
        }
    }

    private void end() {
        if (count >= SHORTEST && whole >= FEWEST_WHOLE && 2 * whole >= count) {
            presses.add(new KeyPress(key, new Range(first / second, (last + window) / second)));
        }
        count = 0;
        whole = 0;
    }
}
