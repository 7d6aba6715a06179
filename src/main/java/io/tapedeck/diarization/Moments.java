package io.tapedeck.diarization;

/** The mean and the variance of each dimension of vectors. */
record Moments(double[] means, double[] variances) {
    static Moments of(float[][] vectors) {
        var means = new double[vectors[0].length];
        var variances = new double[means.length];
        for (var vector : vectors) {
            for (int d = 0; d < means.length; d++) {
                means[d] += vector[d] / vectors.length;
            }
        }
        for (var vector : vectors) {
            for (int d = 0; d < means.length; d++) {
                variances[d] += (vector[d] - means[d]) * (vector[d] - means[d]) / vectors.length;
            }
        }
        return new Moments(means, variances);
    }
}
