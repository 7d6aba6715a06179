package io.tapedeck.diarization;

/** Parts speech roughly, by what pieces of a second or two sound like at the mean. */
final class Pieces {
    private static final double TINY = 1e-6;
    /** How much the pitch counts, by how much each coefficient does. */
    private static final double PITCH_WEIGHT = 2;

    private final VoiceFeatures features;
    private final SpeechFrames frames;
    private final int length;

    /** @param length frames of a piece */
    Pieces(VoiceFeatures features, SpeechFrames frames, int length) {
        this.features = features;
        this.frames = frames;
        this.length = length;
    }

    /** The speaker of each frame of speech. */
    int[] course(int speakers) {
        var clusters = new Clusters(alike(means()), speakers).find();
        var course = new int[frames.count()];
        for (int i = 0; i < course.length; i++) {
            course[i] = clusters[Math.min(i / length, clusters.length - 1)];
        }
        return course;
    }

    private float[][] means() {
        var pieces = new float[Math.max(1, frames.count() / length)][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = mean(i * length, i == pieces.length - 1 ? frames.count() : (i + 1) * length);
        }
        return pieces;
    }

    /** The coefficients and, as the last, the pitch; NaN where nothing is voiced. */
    private float[] mean(int from, int to) {
        var mean = new float[MelCepstrum.COEFFICIENTS + 1];
        var voiced = 0;
        for (int i = from; i < to; i++) {
            var frame = frames.at(i);
            for (int d = 0; d < MelCepstrum.COEFFICIENTS; d++) {
                mean[d] += features.cepstra()[frame][d] / (to - from);
            }
            if (!Float.isNaN(features.pitch()[frame])) {
                voiced++;
                mean[MelCepstrum.COEFFICIENTS] += features.pitch()[frame];
            }
        }
        mean[MelCepstrum.COEFFICIENTS] = voiced == 0 ? Float.NaN : mean[MelCepstrum.COEFFICIENTS] / voiced;
        return mean;
    }

    /** So scaled that every dimension varies as much as any other. */
    private static float[][] alike(float[][] pieces) {
        for (int d = 0; d < pieces[0].length; d++) {
            var sum = 0.0;
            var squares = 0.0;
            var count = 0;
            for (var piece : pieces) {
                if (!Float.isNaN(piece[d])) {
                    sum += piece[d];
                    squares += (double) piece[d] * piece[d];
                    count++;
                }
            }
            var mean = sum / Math.max(1, count);
            var deviation = Math.sqrt(Math.max(TINY, squares / Math.max(1, count) - mean * mean));
            var weight = d == MelCepstrum.COEFFICIENTS ? PITCH_WEIGHT : 1;
            for (var piece : pieces) {
                piece[d] = Float.isNaN(piece[d]) ? 0 : (float) (weight * (piece[d] - mean) / deviation);
            }
        }
        return pieces;
    }
}
