package io.tapedeck.signal;

/** Compares one channel with what was made of it while both stream by together. */
public final class NoiseComparisonMeter {
    private static final double FULL_SCALE = 32_768;

    private final int before;
    private final int after;
    private final int stride;
    private final int frameLength;
    private final VoiceActivity activity;
    private final NoiseComparison comparison = new NoiseComparison();
    private final FrameSorter<NoiseComparison.Frame> frames = new FrameSorter<>(comparison::speech, comparison::pause);
    private int length;
    private double squaresBefore;
    private double squaresAfter;
    private double squaresTaken;

    /**
     * @param before number of the channel
     * @param after number of the channel that was made of it
     * @param stride of all channels
     */
    public NoiseComparisonMeter(int before, int after, int stride, int sampleRate, double softest) {
        this.before = before;
        this.after = after;
        this.stride = stride;
        this.frameLength = VoiceFrames.length(sampleRate);
        this.activity =
                new VoiceActivity(before, stride, sampleRate, softest, (frame, active) -> frames.decide(active));
    }

    /**
     * Takes samples in.
     *
     * @param pcm of all channels in turn
     * @param count samples of each channel
     */
    public void accept(short[] pcm, int count) {
        for (int i = 0; i < count * stride; i += stride) {
            var was = pcm[i + before] / FULL_SCALE;
            var is = pcm[i + after] / FULL_SCALE;
            squaresBefore += was * was;
            squaresAfter += is * is;
            squaresTaken += (was - is) * (was - is);
            if (++length == frameLength) {
                endFrame();
            }
        }
        activity.accept(pcm, count);
    }

    /** To be asked once, at the end. */
    public NoiseComparison comparison() {
        activity.seconds();
        return comparison;
    }

    private void endFrame() {
        frames.add(new NoiseComparison.Frame(squaresBefore / length, squaresAfter / length, squaresTaken / length));
        length = 0;
        squaresBefore = 0;
        squaresAfter = 0;
        squaresTaken = 0;
    }
}
