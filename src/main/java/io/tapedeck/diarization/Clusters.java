package io.tapedeck.diarization;

import java.util.Arrays;
import java.util.Random;

/** Parts vectors into so many clusters: k-means from several beginnings, of which the tightest outcome counts. */
final class Clusters {
    private static final int BEGINNINGS = 20;
    private static final int ROUNDS = 30;
    private static final long SEED = 1;

    private final float[][] vectors;
    private final int count;
    private final Random random = new Random(SEED);

    Clusters(float[][] vectors, int count) {
        this.vectors = vectors;
        this.count = count;
    }

    /** The cluster of each vector. */
    int[] find() {
        var best = new int[vectors.length];
        var least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < BEGINNINGS && vectors.length >= count; i++) {
            var clusters = new int[vectors.length];
            var spread = settle(begin(), clusters);
            if (spread < least) {
                least = spread;
                best = clusters;
            }
        }
        return best;
    }

    /** Centres that are likely to be far from each other. */
    private float[][] begin() {
        var centres = new float[count][];
        centres[0] = vectors[random.nextInt(vectors.length)].clone();
        for (int i = 1; i < count; i++) {
            var known = Arrays.copyOf(centres, i);
            var distances = Arrays.stream(vectors)
                    .mapToDouble(vector -> Arrays.stream(known)
                            .mapToDouble(centre -> distance(vector, centre))
                            .min()
                            .orElseThrow())
                    .toArray();
            var left = random.nextDouble() * Arrays.stream(distances).sum();
            var chosen = 0;
            while (chosen < vectors.length - 1 && (left -= distances[chosen]) > 0) {
                chosen++;
            }
            centres[i] = vectors[chosen].clone();
        }
        return centres;
    }

    private double settle(float[][] centres, int[] clusters) {
        var spread = 0.0;
        for (int round = 0; round < ROUNDS; round++) {
            spread = 0;
            for (int i = 0; i < vectors.length; i++) {
                clusters[i] = nearest(vectors[i], centres);
                spread += distance(vectors[i], centres[clusters[i]]);
            }
            move(centres, clusters);
        }
        return spread;
    }

    private void move(float[][] centres, int[] clusters) {
        for (int cluster = 0; cluster < centres.length; cluster++) {
            var sum = new double[centres[cluster].length];
            var size = 0;
            for (int i = 0; i < vectors.length; i++) {
                if (clusters[i] == cluster) {
                    size++;
                    for (int d = 0; d < sum.length; d++) {
                        sum[d] += vectors[i][d];
                    }
                }
            }
            for (int d = 0; d < sum.length && size > 0; d++) {
                centres[cluster][d] = (float) (sum[d] / size);
            }
        }
    }

    private static int nearest(float[] vector, float[][] centres) {
        var nearest = 0;
        for (int i = 1; i < centres.length; i++) {
            if (distance(vector, centres[i]) < distance(vector, centres[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(float[] one, float[] other) {
        var sum = 0.0;
        for (int d = 0; d < one.length; d++) {
            sum += (one[d] - other[d]) * (one[d] - other[d]);
        }
        return sum;
    }
}
