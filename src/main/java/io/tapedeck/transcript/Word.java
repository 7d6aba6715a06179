package io.tapedeck.transcript;

import io.tapedeck.audio.Range;
import java.util.OptionalDouble;

/**
 * A word, with the punctuation that belongs to it.
 *
 * @param start seconds from the beginning of the audio, to the millisecond
 * @param end seconds, not before the start
 * @param confidence from 0 to 1; empty where nobody said
 */
public record Word(String text, double start, double end, OptionalDouble confidence) {
    private static final int LONGEST = 500;

    /** @throws IllegalArgumentException with what is wrong, to be said after the word's place */
    public Word {
        text = PlainText.checked(text, LONGEST);
        if (!Double.isFinite(start) || !Double.isFinite(end) || start < 0) {
            throw new IllegalArgumentException("must have a start and an end in seconds, 0 or more");
        }
        if (end < start) {
            throw new IllegalArgumentException("must not end at %s s, before its start at %s s".formatted(end, start));
        }
        if (confidence.isPresent() && !(confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("must have a confidence from 0 to 1");
        }
        start = milliseconds(start);
        end = milliseconds(end);
    }

    /** The same at another time. */
    public Word at(double newStart, double newEnd) {
        return new Word(text, newStart, newEnd, confidence);
    }

    /** The same at another time. */
    Word at(Range time) {
        return at(time.start(), time.end());
    }

    /** The same as far as it lies in audio of a length. */
    Word within(double duration) {
        return end <= duration ? this : at(Math.min(start, duration), duration);
    }

    /** The same with a mark behind it. */
    public Word marked(String punctuation) {
        return new Word(text + punctuation, start, end, confidence);
    }

    /** The same with its text written in another way. */
    public Word written(String other) {
        return new Word(other, start, end, confidence);
    }

    private static double milliseconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
