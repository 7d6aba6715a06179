package io.tapedeck.signal;

/** Measures speech and noise of one channel while it streams by. */
public final class ChannelMeter {
    private static final float FULL_SCALE = 32_768;

    private final int channel;
    private final int channels;
    private final VoiceActivity activity;
    private final FrameSorter<float[]> frames;
    private final NoiseMeter noise;
    private final Power speech = new Power();
    private final Power pauses = new Power();
    /** The frame before and the one that is being filled. */
    private final float[] window;

    private int filled;

    public ChannelMeter(int channel, int channels, int sampleRate, double softest) {
        this.channel = channel;
        this.channels = channels;
        this.filled = VoiceFrames.length(sampleRate);
        this.window = new float[2 * filled];
        this.noise = new NoiseMeter(sampleRate, window.length);
        this.frames = new FrameSorter<>(sound -> speech.add(Power.of(sound)), this::pause);
        this.activity =
                new VoiceActivity(channel, channels, sampleRate, softest, (frame, active) -> frames.decide(active));
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param count samples of each channel
     */
    public void accept(short[] pcm, int count) {
        for (int i = channel, end = count * channels; i < end; i += channels) {
            window[filled++] = pcm[i] / FULL_SCALE;
            if (filled == window.length) {
                frames.add(window.clone());
                filled /= 2;
                System.arraycopy(window, filled, window, 0, filled);
            }
        }
        activity.accept(pcm, count);
    }

    /** To be asked once, at the end. */
    public ChannelSound sound() {
        activity.seconds();
        return new ChannelSound(speech, pauses, noise.profile());
    }

    private void pause(float[] sound) {
        pauses.add(Power.of(sound));
        noise.accept(sound);
    }
}
