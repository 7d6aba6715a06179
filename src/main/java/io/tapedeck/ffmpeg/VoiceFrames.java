package io.tapedeck.ffmpeg;

import java.util.function.Consumer;

/** Cuts one channel into frames of 20 ms and describes each. */
final class VoiceFrames {
    /** Enough for speech: more would cost time and tell no more. */
    private static final int ENOUGH_HERTZ = 8_000;
    /** What is softer is described by its level alone. */
    private static final double WORTH_A_LOOK = -55;

    /** dB from frame to frame: a tone keeps its level, a voice hardly ever does. */
    private static final double STEADY = 1.5;

    private static final double FULL_SCALE = 32_768;
    private static final double FLOOR = -100;

    private final int channel;
    private final int channels;
    private final int factor;
    private final Consumer<VoiceFrame> frames;
    private final Periodicity periodicity;
    private final double[] frame;
    private final double[] previous;
    private double previousLevel = FLOOR;
    private int sum;
    private int summed;
    private int length;

    VoiceFrames(int channel, int channels, int sampleRate, Consumer<VoiceFrame> frames) {
        this.channel = channel;
        this.channels = channels;
        this.factor = factor(sampleRate);
        this.frames = frames;
        var rate = sampleRate / factor;
        this.frame = new double[length(sampleRate) / factor];
        this.previous = new double[frame.length];
        this.periodicity = new Periodicity(rate, frame.length);
    }

    /** Samples of a frame. */
    static int length(int sampleRate) {
        var factor = factor(sampleRate);
        return Math.max(1, sampleRate / factor / 50) * factor;
    }

    private static int factor(int sampleRate) {
        return Math.max(1, sampleRate / ENOUGH_HERTZ);
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param count samples of each channel
     */
    void accept(short[] pcm, int count) {
        for (int i = channel, end = count * channels; i < end; i += channels) {
            sum += pcm[i];
            if (++summed == factor) {
                frame[length++] = sum / (factor * FULL_SCALE);
                sum = 0;
                summed = 0;
                if (length == frame.length) {
                    describe();
                }
            }
        }
    }

    private void describe() {
        var level = level();
        var audible = level > WORTH_A_LOOK;
        var voiced = audible && periodicity.isVoiced(previous, frame);
        var steady = Math.abs(level - previousLevel) < STEADY;
        var tonal = voiced && steady && PureTones.make(frame);
        frames.accept(new VoiceFrame(level, voiced, tonal));
        System.arraycopy(frame, 0, previous, 0, frame.length);
        previousLevel = level;
        length = 0;
    }

    private double level() {
        double total = 0;
        double squares = 0;
        for (double sample : frame) {
            total += sample;
            squares += sample * sample;
        }
        var mean = total / frame.length;
        var power = squares / frame.length - mean * mean;
        return Math.max(FLOOR, 10 * Math.log10(Math.max(power, 1e-12)));
    }
}
