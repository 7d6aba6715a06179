package io.tapedeck.ffmpeg.make;

import java.util.function.DoubleConsumer;

/** Progress of work that has several steps. */
final class ProgressSteps {
    private ProgressSteps() {}

    /**
     * Takes the progress of one step, from 0 to 1.
     *
     * @param from part of the whole that is done when it begins
     * @param to part of the whole that is done when it ends
     */
    static DoubleConsumer part(DoubleConsumer whole, double from, double to) {
        return done -> whole.accept(from + done * (to - from));
    }
}
