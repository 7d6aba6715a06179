package io.tapedeck.diarization;

/** Finds the pitch of a voice by how like itself sound is when shifted by a period. */
final class Pitch {
    private static final double LOWEST = 70;
    private static final double HIGHEST = 400;
    private static final double WINDOW = 0.03;
    private static final double LEAST_LIKENESS = 0.6;
    /** Of the best, so that two periods are not taken for one. */
    private static final double ALMOST_BEST = 0.9;

    private final int sampleRate;
    private final int shortest;
    private final int longest;
    private final int window;

    Pitch(int sampleRate) {
        this.sampleRate = sampleRate;
        this.shortest = (int) (sampleRate / HIGHEST);
        this.longest = (int) (sampleRate / LOWEST);
        this.window = (int) (sampleRate * WINDOW);
    }

    /** Samples that it looks at. */
    int window() {
        return window + longest;
    }

    /** The logarithm of Hz of what is heard from a sample on; NaN if that is not voiced. */
    float of(short[] pcm, int from) {
        var likeness = new double[longest + 1];
        var best = LEAST_LIKENESS;
        for (int lag = shortest; lag <= longest; lag++) {
            likeness[lag] = likeness(pcm, from, lag);
            best = Math.max(best, likeness[lag]);
        }
        for (int lag = shortest + 1; lag < longest; lag++) {
            var isPeak = likeness[lag] >= likeness[lag - 1] && likeness[lag] >= likeness[lag + 1];
            if (isPeak && likeness[lag] > LEAST_LIKENESS && likeness[lag] >= ALMOST_BEST * best) {
                return (float) Math.log(sampleRate / (double) lag);
            }
        }
        return Float.NaN;
    }

    private double likeness(short[] pcm, int from, int lag) {
        var product = 0.0;
        var here = 1.0;
        var there = 1.0;
        for (int i = from; i < from + window; i++) {
            product += (double) pcm[i] * pcm[i + lag];
            here += (double) pcm[i] * pcm[i];
            there += (double) pcm[i + lag] * pcm[i + lag];
        }
        return product / Math.sqrt(here * there);
    }
}
