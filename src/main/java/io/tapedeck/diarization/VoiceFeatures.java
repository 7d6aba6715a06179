package io.tapedeck.diarization;

/**
 * What a voice sounds like in frames of 10 ms, where somebody speaks; of other frames nothing is known.
 *
 * @param cepstra of each frame, 20 coefficients
 * @param pitch of each frame, the logarithm of Hz; NaN where it is not voiced
 */
record VoiceFeatures(float[][] cepstra, float[] pitch) {
    /** Frames of a second. */
    static final int PER_SECOND = 100;

    /** Those of a sound. */
    static int frames(Sound sound) {
        return Math.max(0, sound.length() / hop(sound) - 1);
    }

    /** Of one channel. */
    static VoiceFeatures of(Sound sound, SpeechFrames speech) {
        var cepstrum = new MelCepstrum(sound.sampleRate());
        var pitchOf = new Pitch(sound.sampleRate());
        var window = new short[1 + Math.max(cepstrum.window(), pitchOf.window())];
        var cepstra = new float[frames(sound)][];
        var pitch = new float[cepstra.length];
        for (int i = 0; i < speech.count(); i++) {
            var frame = speech.at(i);
            sound.read(frame * hop(sound) - 1, window);
            cepstra[frame] = cepstrum.of(window, 1);
            var isAsBefore = frame % 2 == 1 && i > 0 && speech.at(i - 1) == frame - 1;
            pitch[frame] = isAsBefore ? pitch[frame - 1] : pitchOf.of(window, 1);
        }
        return new VoiceFeatures(cepstra, pitch);
    }

    private static int hop(Sound sound) {
        return sound.sampleRate() / PER_SECOND;
    }
}
