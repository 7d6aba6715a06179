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
        double otherSum = 0;
        double otherSquares = 0;
        var end = from + count;
        // each second one for itself, since a sum waits for each addition
        for (int i = from + 1; i < end; i += 2) {
            double sample = sound[i - 1];
            double other = sound[i];
            sum += sample;
            squares = Math.fma(sample, sample, squares);
            otherSum += other;
            otherSquares = Math.fma(other, other, otherSquares);
        }
        if (count % 2 == 1) {
            double sample = sound[end - 1];
            sum += sample;
            squares = Math.fma(sample, sample, squares);
        }
        return new SampleSums(sum + otherSum, squares + otherSquares, count);
    }

    /** Of both together. */
    public SampleSums plus(SampleSums other) {
        return new SampleSums(sum + other.sum, squares + other.squares, count + other.count);
    }

    /** The mean square, of which a constant offset is no part. */
    public double power() {
        return count == 0 ? 0 : Math.max(0, squares / count - mean() * mean());
    }

    /** The constant offset. */
    public double mean() {
        return count == 0 ? 0 : sum / count;
    }
}
