package io.tapedeck.signal;

import java.util.function.Consumer;

/**
 * Finds in one channel what stands out from the noise around it ({@link NoiseFloor}), and tells of it in blocks, in
 * their order but some seconds late.
 */
public final class VoiceDetector {
    private static final double BEGINS_OVER_FLOOR = 10;
    private static final double GOES_ON_OVER_FLOOR = 6;

    private final double softest;
    private final Consumer<HeardBlock> listener;
    private final NoiseFloor floor = new NoiseFloor(this::decide);
    private final VoiceFrames frames;
    private final SampleFrames samples;
    private boolean active;

    /** @param softest dBFS below which nothing stands out */
    public VoiceDetector(int channel, int channels, int sampleRate, double softest, Consumer<HeardBlock> listener) {
        this(channel, channels, sampleRate, softest, listener, frame -> {});
    }

    /**
     * @param softest dBFS below which nothing stands out
     * @param reader takes each frame as it is read
     */
    public VoiceDetector(
            int channel,
            int channels,
            int sampleRate,
            double softest,
            Consumer<HeardBlock> listener,
            Consumer<SampleFrame> reader) {
        this.softest = softest;
        this.listener = listener;
        this.frames = new VoiceFrames(sampleRate, floor::accept);
        this.samples = new SampleFrames(channel, channels, sampleRate, reader.andThen(frames::accept));
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param count samples of each channel
     */
    public void accept(short[] pcm, int count) {
        samples.accept(pcm, count);
    }

    /** Tells of all that is left. */
    public void end() {
        samples.end();
        frames.end();
        floor.end();
    }

    private void decide(VoiceBlock block, double noise) {
        var heard = block.frames().stream().map(frame -> decide(frame, noise)).toList();
        listener.accept(
                new HeardBlock(heard, block.sound(), block.sums(), Math.max(noise + GOES_ON_OVER_FLOOR, softest)));
    }

    private HeardFrame decide(VoiceFrame frame, double noise) {
        var threshold = noise + (active ? GOES_ON_OVER_FLOOR : BEGINS_OVER_FLOOR);
        active = frame.level() > Math.max(threshold, softest);
        return new HeardFrame(frame, active, active && frame.isTonal(noise));
    }
}
