package io.tapedeck.signal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Sorts what belongs to the frames of one channel by whether something stands out from the noise in them, which is known
 * some seconds later. Frames nearer than 80 ms to such a one are neither: words begin and end softly.
 */
final class FrameSorter<T> {
    private static final int MARGIN = 4;

    private final Consumer<T> speech;
    private final Consumer<T> pauses;
    private final Queue<T> undecided = new ArrayDeque<>();
    private final List<T> quiet = new ArrayList<>();

    FrameSorter(Consumer<T> speech, Consumer<T> pauses) {
        this.speech = speech;
        this.pauses = pauses;
    }

    /** Takes what belongs to the next frame. */
    void add(T frame) {
        undecided.add(frame);
    }

    /** Decides on the first frame that is undecided. */
    void decide(boolean active) {
        var frame = undecided.remove();
        if (active) {
            quiet.clear();
            speech.accept(frame);
            return;
        }
        quiet.add(frame);
        if (quiet.size() > 2 * MARGIN) {
            pauses.accept(quiet.get(MARGIN));
            quiet.removeFirst();
        }
    }
}
