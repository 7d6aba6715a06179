package io.tapedeck.diarization;

/**
 * What a voice sounds like in frames of 10 ms.
 *
 * @param cepstra of each frame, 20 coefficients
 * @param pitch of each frame, the logarithm of Hz; NaN where it is not voiced
 */
record VoiceFeatures(float[][] cepstra, float[] pitch) {
    /** Frames of a second. */
    static final int PER_SECOND = 100;

    int frames() {
        return pitch.length;
    }

    /** Of one channel. */
    static VoiceFeatures of(short[] pcm, int sampleRate) {
        var hop = sampleRate / PER_SECOND;
        var frames = Math.max(0, pcm.length / hop - 1);
        var cepstrum = new MelCepstrum(sampleRate);
        var pitchOf = new Pitch(sampleRate);
        var cepstra = new float[frames][];
        var pitch = new float[frames];
        for (int i = 0; i < frames; i++) {
            cepstra[i] = cepstrum.of(pcm, i * hop);
            pitch[i] = i % 2 == 0 ? pitchOf.of(pcm, i * hop) : pitch[i - 1];
        }
        return new VoiceFeatures(cepstra, pitch);
    }
}
