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
            var sample = sound[i - 1];
            var other = sound[i];
            sum += sample;
            squares += sample * sample;
            otherSum += other;
            otherSquares += other * other;
        }
        if (count % 2 == 1) {
            sum += sound[end - 1];
            squares += sound[end - 1] * sound[end - 1];
        }
        return new SampleSums(sum + otherSum, squares + otherSquares, count);
    }

    /** Of both together. */
    public SampleSums plus(SampleSums other) {
        return new SampleSums(sum + other.sum, squares + other.squares, count + other.count);
    }

    /** The mean square, of which a constant offset is no part. */
    public double power() {
        return Math.max(0, squares / count - mean() * mean());
    }

    /** The constant offset. */
    public double mean() {
        return count == 0 ? 0 : sum / count;
    }
}
