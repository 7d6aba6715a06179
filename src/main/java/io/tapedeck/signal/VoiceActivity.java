package io.tapedeck.signal;

/**
 * Measures how long somebody speaks on one channel. Speech is what stands out from the noise around it, lasts, and is
 * voiced; steady noise, bursts of noise and signalling tones are none. Music may be taken for speech.
 */
public final class VoiceActivity {
    /** Is told of each frame, in their order but some seconds late, whether something stands out from the noise in it. */
    interface Listener {
        void accept(VoiceFrame frame, boolean active);
    }

    private final SpeechSegments segments;
    private final VoiceDetector detector;
    private final Listener listener;

    /** @param softest dBFS below which nothing is taken for speech */
    public VoiceActivity(int channel, int channels, int sampleRate, double softest) {
        this(channel, channels, sampleRate, softest, (frame, active) -> {});
    }

    /** @param softest dBFS below which nothing is taken for speech */
    public VoiceActivity(int channel, int channels, int sampleRate, double softest, Listener listener) {
        this.listener = listener;
        this.segments = new SpeechSegments(sampleRate);
        this.detector = new VoiceDetector(channel, channels, sampleRate, softest, this::accept);
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param count samples of each channel
     */
    public void accept(short[] pcm, int count) {
        detector.accept(pcm, count);
    }

    /** Seconds of speech in all that came in. */
    public double seconds() {
        detector.end();
        return segments.end();
    }

    private void accept(HeardBlock block) {
        for (var heard : block.frames()) {
            segments.accept(heard, false);
            listener.accept(heard.frame(), heard.active());
        }
    }
}
