package io.tapedeck.signal;

import java.util.function.Consumer;

/** Cuts one channel into frames of 20 ms. */
public final class SampleFrames {
    private final int channel;
    private final int channels;
    private final SampleFrame frame;
    private final Consumer<SampleFrame> listener;

    /** @param listener takes each frame, in their order, and does not keep it */
    public SampleFrames(int channel, int channels, int sampleRate, Consumer<SampleFrame> listener) {
        this.channel = channel;
        this.channels = channels;
        this.frame = new SampleFrame(sampleRate);
        this.listener = listener;
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param count samples of each channel
     */
    public void accept(short[] pcm, int count) {
        for (int at = channel, end = count * channels; at < end; ) {
            at = frame.fill(pcm, at, end, channels);
            if (frame.isWhole()) {
                hand();
            }
        }
    }

    /** Hands on what makes no whole frame. */
    public void end() {
        if (frame.count() > 0) {
            hand();
        }
    }

    private void hand() {
        frame.finish();
        listener.accept(frame);
        frame.clear();
    }
}
