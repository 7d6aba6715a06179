package io.tapedeck.diarization;

import java.util.Arrays;

/** A mixture of Gaussians with diagonal covariance, learned from vectors. */
final class GaussianMixture {
    private static final int ROUNDS = 8;
    private static final double LEAST_VARIANCE = 0.02;
    private static final double TINY = 1e-12;

    private final double[] weights;
    private final double[][] means;
    private final double[][] variances;
    private final double[] constants;

    /** @param vectors to learn from, at least one */
    GaussianMixture(float[][] vectors, int components) {
        var size = Math.min(components, vectors.length);
        var dimensions = vectors[0].length;
        this.weights = new double[size];
        this.means = new double[size][dimensions];
        this.variances = new double[size][dimensions];
        this.constants = new double[size];
        begin(vectors);
        for (int round = 0; round < ROUNDS; round++) {
            learn(vectors);
        }
    }

    /** The logarithm of how likely a vector is. */
    double logLikelihood(float[] vector) {
        var logs = new double[weights.length];
        return logSum(vector, logs);
    }

    private double logSum(float[] vector, double[] logs) {
        var most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logs.length; i++) {
            var distance = 0.0;
            for (int d = 0; d < vector.length; d++) {
                var difference = vector[d] - means[i][d];
                distance += difference * difference / variances[i][d];
            }
            logs[i] = constants[i] - distance / 2;
            most = Math.max(most, logs[i]);
        }
        var sum = 0.0;
        for (var log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum);
    }

    /** With vectors from here and there as means, and what all vary by. */
    private void begin(float[][] vectors) {
        var all = Moments.of(vectors);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1.0 / weights.length;
            var vector = vectors[(int) ((i + 0.5) * vectors.length / weights.length)];
            for (int d = 0; d < vector.length; d++) {
                means[i][d] = (vector[d] + all.means()[d]) / 2;
                variances[i][d] = Math.max(LEAST_VARIANCE, all.variances()[d]);
            }
        }
        settle();
    }

    private void learn(float[][] vectors) {
        var counts = new double[weights.length];
        var sums = new double[weights.length][vectors[0].length];
        var squares = new double[weights.length][vectors[0].length];
        var logs = new double[weights.length];
        for (var vector : vectors) {
            var whole = logSum(vector, logs);
            for (int i = 0; i < logs.length; i++) {
                add(vector, Math.exp(logs[i] - whole), i, counts, sums, squares);
            }
        }
        var total = Arrays.stream(counts).sum();
        for (int i = 0; i < weights.length; i++) {
            var count = Math.max(counts[i], TINY);
            weights[i] = Math.max(count / total, TINY);
            for (int d = 0; d < sums[i].length; d++) {
                means[i][d] = sums[i][d] / count;
                variances[i][d] = Math.max(LEAST_VARIANCE, squares[i][d] / count - means[i][d] * means[i][d]);
            }
        }
        settle();
    }

    private static void add(float[] vector, double share, int i, double[] counts, double[][] sums, double[][] squares) {
        if (share < TINY) {
            return;
        }
        counts[i] += share;
        for (int d = 0; d < vector.length; d++) {
            sums[i][d] += share * vector[d];
            squares[i][d] += share * vector[d] * vector[d];
        }
    }

    private void settle() {
        for (int i = 0; i < weights.length; i++) {
            var logs = 0.0;
            for (var variance : variances[i]) {
                logs += Math.log(2 * Math.PI * variance);
            }
            constants[i] = Math.log(weights[i]) - logs / 2;
        }
    }
}
