package io.tapedeck.signal.crosstalk;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Counts the frames that seem to be echoes and those that should be, and tells whether they are: a path lasts for a
 * call, its delay changes but slowly, and what is loud enough comes through it.
 */
final class EchoTally {
    /** Frames: a second. */
    private static final int ENOUGH = 50;
    /** Blocks: what two voices have in common by chance is not there three times. */
    private static final int ENOUGH_BLOCKS = 3;
    /** Share of the blocks with a path that have the delay of those before. */
    private static final double MOST_STEADY = 0.6;
    /** Share of the blocks with suspects that have a path; in the others there are two voices. */
    private static final double LEAST_EXPLAINED = 1 / 3.0;
    /** Of silent frames in which a leak should be heard, how many to each that seems to be one. */
    private static final double MOST_MISSING = 0.2;

    private static final int SAME_DELAY = 2;

    /** Of the last paths, frames. */
    private final int[] delays = new int[5];

    private int paths;
    private int steady;
    private int unexplained;
    private int frames;
    private int missing;
    private double source;
    private double target;

    /** A path has been found in a block. */
    void found(EchoPath path) {
        if (paths > 0 && Math.abs(path.delay() - usual()) <= SAME_DELAY) {
            steady++;
        }
        delays[paths++ % delays.length] = path.delay();
    }

    /** No path has been found in a block though it has suspects. */
    void foundNone() {
        unexplained++;
    }

    /** A frame seems to be an echo of something with this energy. */
    void add(double sourceEnergy, double targetEnergy) {
        frames++;
        source += sourceEnergy;
        target += targetEnergy;
    }

    /** Nothing is heard in a frame in which an echo would be. */
    void miss() {
        missing++;
    }

    /** dB by which the echo is softer than its source; absent if there is none. */
    OptionalDouble softer() {
        return frames >= ENOUGH && isPath() && missing <= MOST_MISSING * frames
                ? OptionalDouble.of(10 * Math.log10(source / target))
                : OptionalDouble.empty();
    }

    private boolean isPath() {
        return paths >= ENOUGH_BLOCKS
                && steady >= MOST_STEADY * (paths - 1)
                && paths >= LEAST_EXPLAINED * (paths + unexplained);
    }

    /** The median of the last delays. */
    private int usual() {
        var last = Arrays.copyOf(delays, Math.min(paths, delays.length));
        Arrays.sort(last);
        return last[last.length / 2];
    }
}
