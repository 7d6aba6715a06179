package io.tapedeck.signal;

/** The mean power of frames; that of a square wave at full scale is 1. */
public final class Power {
    /** dBFS of what is no sound at all. */
    public static final double SILENCE = -100;

    private double sum;
    private long count;

    /** Takes in the mean square of a frame. */
    public void add(double meanSquare) {
        sum += meanSquare;
        count++;
    }

    /** Takes in all that another has. */
    public void add(Power other) {
        sum += other.sum;
        count += other.count;
    }

    /** Frames. */
    public long count() {
        return count;
    }

    double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /** dBFS. */
    public double level() {
        return level(mean());
    }

    /** dBFS of a mean square. */
    public static double level(double meanSquare) {
        return meanSquare > 0 ? Math.max(SILENCE, 10 * Math.log10(meanSquare)) : SILENCE;
    }

    /** The mean square at a level in dBFS. */
    public static double at(double level) {
        return Math.pow(10, level / 10);
    }

    /** The mean square of sound, of which a constant offset is no part. */
    public static double of(float[] sound) {
        return SampleSums.of(sound, 0, sound.length).power();
    }
}
