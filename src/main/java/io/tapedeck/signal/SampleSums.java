package io.tapedeck.signal;

/**
 * The sums of samples and of their squares, of which those of longer sound are made.
 *
 * @param count of the samples
 */
public record SampleSums(double sum, double squares, int count) {
    /** Of a part of sound. */
    public static SampleSums of(float[] sound, int from, int count) {
        double sum = 0;
        double squares = 0;
        for (int i = from, end = from + count; i < end; i++) {
            var sample = sound[i];
            sum += sample;
            squares += sample * sample;
        }
        return new SampleSums(sum, squares, count);
    }

    /** Of both together. */
    public SampleSums plus(SampleSums other) {
        return new SampleSums(sum + other.sum, squares + other.squares, count + other.count);
    }

    /** The mean square, of which a constant offset is no part. */
    public double power() {
        var mean = sum / count;
        return Math.max(0, squares / count - mean * mean);
    }
}
