package io.tapedeck.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Cuts one channel into frames of 20 ms, describes each, and hands them on in blocks. */
final class VoiceFrames {
    /** Enough for speech: more would cost time and tell no more. */
    private static final int ENOUGH_HERTZ = 8_000;
    /** What is softer is described by its level alone. */
    private static final double WORTH_A_LOOK = -55;

    private static final double FULL_SCALE = 32_768;
    private static final double FLOOR = -100;
    private static final double TINY = 1e-9;

    private final int channel;
    private final int channels;
    private final int factor;
    private final Consumer<VoiceBlock> blocks;
    private final Periodicity periodicity;
    private final PureTones tones;
    private final List<VoiceFrame> block = new ArrayList<>();
    private final double[] frame;
    private final double[] previous;
    private final float[] sound;
    private int sum;
    private int summed;
    private int length;

    VoiceFrames(int channel, int channels, int sampleRate, Consumer<VoiceBlock> blocks) {
        this.channel = channel;
        this.channels = channels;
        this.factor = factor(sampleRate);
        this.blocks = blocks;
        var rate = rate(sampleRate);
        this.frame = new double[frameLength(sampleRate)];
        this.previous = new double[frame.length];
        this.periodicity = new Periodicity(rate, frame.length);
        this.tones = new PureTones(rate, frame.length);
        this.sound = new float[VoiceBlock.FRAMES * frame.length];
    }

    /** Samples of a frame. */
    static int length(int sampleRate) {
        var factor = factor(sampleRate);
        return Math.max(1, sampleRate / factor / 50) * factor;
    }

    /** Hz at which frames are described. */
    static int rate(int sampleRate) {
        return sampleRate / factor(sampleRate);
    }

    /** Samples of a frame at that rate. */
    static int frameLength(int sampleRate) {
        return length(sampleRate) / factor(sampleRate);
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

    /** Hands on what makes no whole block. */
    void end() {
        if (!block.isEmpty()) {
            endBlock();
        }
    }

    private void describe() {
        var level = level();
        var voiced = level > WORTH_A_LOOK && periodicity.isVoiced(previous, frame);
        var rest = voiced ? level + 10 * Math.log10(tones.remainder(frame) + TINY) : level;
        for (int i = 0; i < frame.length; i++) {
            sound[block.size() * frame.length + i] = (float) frame[i];
        }
        block.add(new VoiceFrame(level, voiced, rest));
        System.arraycopy(frame, 0, previous, 0, frame.length);
        length = 0;
        if (block.size() == VoiceBlock.FRAMES) {
            endBlock();
        }
    }

    private void endBlock() {
        blocks.accept(new VoiceBlock(List.copyOf(block), Arrays.copyOf(sound, block.size() * frame.length)));
        block.clear();
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
