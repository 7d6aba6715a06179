package io.tapedeck.ffmpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures how long somebody speaks on one channel. Speech is what stands out from the noise around it ({@link
 * NoiseFloor}), lasts, and is voiced; steady noise, bursts of noise and signalling tones are none. Music may be taken
 * for speech.
 */
final class VoiceActivity {
    private static final double BEGINS_OVER_FLOOR = 10;
    private static final double GOES_ON_OVER_FLOOR = 6;

    /** Is told of each frame, in their order but some seconds late, whether something stands out from the noise in it. */
    interface Listener {
        void accept(VoiceFrame frame, boolean active);
    }

    private final List<VoiceFrame> block = new ArrayList<>();
    private final NoiseFloor floor = new NoiseFloor(this::decide);
    private final SpeechSegments segments = new SpeechSegments();
    private final VoiceFrames frames;
    private final double softest;
    private final Listener listener;
    private boolean active;

    /** @param softest dBFS below which nothing is taken for speech */
    VoiceActivity(int channel, int channels, int sampleRate, double softest) {
        this(channel, channels, sampleRate, softest, (frame, active) -> {});
    }

    /** @param softest dBFS below which nothing is taken for speech */
    VoiceActivity(int channel, int channels, int sampleRate, double softest, Listener listener) {
        this.softest = softest;
        this.listener = listener;
        this.frames = new VoiceFrames(channel, channels, sampleRate, this::accept);
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param count samples of each channel
     */
    void accept(short[] pcm, int count) {
        frames.accept(pcm, count);
    }

    /** Seconds of speech in all that came in. */
    double seconds() {
        if (!block.isEmpty()) {
            endBlock();
        }
        floor.end();
        return segments.end();
    }

    private void accept(VoiceFrame frame) {
        block.add(frame);
        if (block.size() == NoiseFloor.BLOCK) {
            endBlock();
        }
    }

    private void endBlock() {
        floor.accept(List.copyOf(block));
        block.clear();
    }

    private void decide(VoiceFrame frame, double noise) {
        var threshold = noise + (active ? GOES_ON_OVER_FLOOR : BEGINS_OVER_FLOOR);
        active = frame.level() > Math.max(threshold, softest);
        segments.accept(frame, active);
        listener.accept(frame, active);
    }
}
