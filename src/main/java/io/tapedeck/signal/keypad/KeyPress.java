package io.tapedeck.signal.keypad;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Range;

/**
 * A press of a key.
 *
 * @param key one of 0 to 9, A to D, * and #; it may be part of something personal
 * @param time as long as its tones last
 */
public record KeyPress(char key, Range time) {
    public KeyPress {
        requireNonNull(time);
    }
}
