package io.tapedeck.signal.crosstalk;

import java.util.OptionalDouble;

/** Counts the frames that seem to be leaks, and tells by their lags whether they are: a path lasts for a call. */
final class LeakTally {
    private static final double MILLISECONDS = 1000;
    /** Frames: a second. */
    private static final int ENOUGH = 50;
    /** Share of one lag, give or take a millisecond, of what seems to be a leak. */
    private static final double MOST = 0.75;
    /** Share from which there is no doubt; a clock that drifts brings it down little by little. */
    private static final double NEARLY_ALL = 0.9;

    private final double sampleRate;
    private final int[] frames = new int[(int) Math.ceil((LagSearch.EARLIEST + LagSearch.LATEST) * MILLISECONDS) + 3];
    private double source;
    private double target;

    /**
     * @param sampleRate Hz, of the lags
     */
    LeakTally(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    void add(int lag, LeakPath.Part part) {
        frames[1 + (int) Math.round((lag / sampleRate + LagSearch.EARLIEST) * MILLISECONDS)]++;
        source += part.source();
        target += part.target();
    }

    /** dB by which the leak is softer than its source; absent if there is none. */
    OptionalDouble softer() {
        return isOneLag(MOST) ? OptionalDouble.of(10 * Math.log10(source / target)) : OptionalDouble.empty();
    }

    /** Whether there is a leak for sure. */
    boolean isSure() {
        return isOneLag(NEARLY_ALL);
    }

    private boolean isOneLag(double share) {
        long all = 0;
        long most = 0;
        for (int i = 1; i < frames.length - 1; i++) {
            all += frames[i];
            most = Math.max(most, frames[i - 1] + frames[i] + frames[i + 1]);
        }
        return most >= ENOUGH && most >= share * all;
    }
}
