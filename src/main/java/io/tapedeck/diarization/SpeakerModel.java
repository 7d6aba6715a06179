package io.tapedeck.diarization;

/** What is known of a speaker's voice: its colour and its pitch. */
final class SpeakerModel {
    private static final int COMPONENTS = 16;
    private static final int MOST_FRAMES = 20_000;
    private static final double PITCH_WEIGHT = 1;
    /** Octaves are e to the 0.7. */
    private static final double LEAST_PITCH_VARIANCE = 0.01;
    /** Of voiced frames, from which on the pitch counts. */
    private static final int ENOUGH_PITCHES = 50;

    private final GaussianMixture colour;
    private final double pitch;
    private final double pitchVariance;

    /** @param frames of the speaker, at least one */
    SpeakerModel(VoiceFeatures features, int[] frames) {
        var step = Math.max(1, frames.length / MOST_FRAMES);
        var vectors = new float[(frames.length + step - 1) / step][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = features.cepstra()[frames[i * step]];
        }
        this.colour = new GaussianMixture(vectors, COMPONENTS);
        var count = 0;
        var sum = 0.0;
        var squares = 0.0;
        for (var frame : frames) {
            var value = features.pitch()[frame];
            if (!Float.isNaN(value)) {
                count++;
                sum += value;
                squares += (double) value * value;
            }
        }
        this.pitch = count < ENOUGH_PITCHES ? Double.NaN : sum / count;
        this.pitchVariance = Math.max(LEAST_PITCH_VARIANCE, squares / Math.max(1, count) - pitch * pitch);
    }

    /** The logarithm of how likely it is that the speaker sounds as in this frame. */
    double logLikelihood(VoiceFeatures features, int frame) {
        var value = features.pitch()[frame];
        var likelihood = colour.logLikelihood(features.cepstra()[frame]);
        if (Float.isNaN(value) || Double.isNaN(pitch)) {
            return likelihood;
        }
        var difference = value - pitch;
        return likelihood - PITCH_WEIGHT * (difference * difference / pitchVariance + Math.log(pitchVariance)) / 2;
    }
}
