package io.tapedeck.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Cuts one channel into frames of 20 ms, describes each, and hands them on in blocks. */
public final class VoiceFrames {
    /** Enough for speech: more would cost time and tell no more. */
    private static final int ENOUGH_HERTZ = 8_000;
    /** What is softer is described by its level alone. */
    private static final double WORTH_A_LOOK = -55;

    private static final double FULL_SCALE = 32_768;
    private static final double TINY = 1e-9;

    private final int channel;
    private final int channels;
    private final int factor;
    private final Consumer<VoiceBlock> blocks;
    private final Periodicity periodicity;
    private final PureTones tones;
    private final List<VoiceFrame> block = new ArrayList<>();
    /** The frame before and the one that is described. */
    private final double[] frames;

    /** Sums of as many samples as become one, of the frame that is being filled. */
    private final int[] sums;

    private final double scale;
    private final float[] sound;
    private int sum;
    private int summed;
    private int length;
    /** Of all samples of the frame that is being filled. */
    private long squares;

    VoiceFrames(int channel, int channels, int sampleRate, Consumer<VoiceBlock> blocks) {
        this.channel = channel;
        this.channels = channels;
        this.factor = factor(sampleRate);
        this.blocks = blocks;
        var rate = rate(sampleRate);
        this.sums = new int[frameLength(sampleRate)];
        this.frames = new double[2 * sums.length];
        this.scale = factor * FULL_SCALE;
        this.periodicity = new Periodicity(rate, sums.length);
        this.tones = new PureTones(rate, sums.length);
        this.sound = new float[VoiceBlock.FRAMES * sums.length];
    }

    /** Samples of a frame. */
    public static int length(int sampleRate) {
        var factor = factor(sampleRate);
        return Math.max(1, sampleRate / factor / 50) * factor;
    }

    /** Hz at which frames are described. */
    public static int rate(int sampleRate) {
        return sampleRate / factor(sampleRate);
    }

    /** The same to the fraction of a hertz, by which times stay right for hours. */
    public static double exactRate(int sampleRate) {
        return sampleRate / (double) factor(sampleRate);
    }

    /** Samples of a frame at that rate. */
    public static int frameLength(int sampleRate) {
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
        for (int at = channel, end = count * channels; at < end; ) {
            at = fill(pcm, at, end);
            if (length == sums.length) {
                describe();
            }
        }
    }

    /** Takes in what has room in the frame, and tells where the rest begins. */
    private int fill(short[] pcm, int from, int end) {
        var at = from;
        while (at < end && summed > 0) {
            at = addOne(pcm, at);
        }
        var whole = Math.min(sums.length - length, (end - at + channels - 1) / channels / factor);
        at = addSums(pcm, at, whole);
        while (at < end && length < sums.length) {
            at = addOne(pcm, at);
        }
        return at;
    }

    private int addOne(short[] pcm, int at) {
        sum += pcm[at];
        squares += pcm[at] * pcm[at];
        if (++summed == factor) {
            sums[length++] = sum;
            sum = 0;
            summed = 0;
        }
        return at + channels;
    }

    private int addSums(short[] pcm, int from, int count) {
        var at = from;
        var all = squares;
        for (int i = length, last = length + count; i < last; i++) {
            var open = 0;
            for (int end = at + factor * channels; at < end; at += channels) {
                int sample = pcm[at];
                open += sample;
                all += sample * sample;
            }
            sums[i] = open;
        }
        squares = all;
        length += count;
        return at;
    }

    /** Hands on what makes no whole block. */
    void end() {
        if (!block.isEmpty()) {
            endBlock();
        }
    }

    private void describe() {
        unpack();
        var level = level();
        var voiced = level > WORTH_A_LOOK && periodicity.isVoiced(frames);
        var rest = voiced ? level + 10 * Math.log10(tones.remainder(frames, length) + TINY) : level;
        block.add(new VoiceFrame(level, voiced, rest, whole()));
        length = 0;
        squares = 0;
        if (block.size() == VoiceBlock.FRAMES) {
            endBlock();
        }
    }

    private void endBlock() {
        blocks.accept(new VoiceBlock(List.copyOf(block), Arrays.copyOf(sound, block.size() * sums.length)));
        block.clear();
    }

    /** Full scale becomes 1. */
    private void unpack() {
        System.arraycopy(frames, length, frames, 0, length);
        var start = block.size() * length;
        for (int i = 0; i < length; i++) {
            var sample = sums[i] / scale;
            frames[length + i] = sample;
            sound[start + i] = (float) sample;
        }
    }

    private double level() {
        long power = 0;
        for (int sample : sums) {
            power += (long) sample * sample;
        }
        return Power.level(power / (scale * scale) / length - square(mean()));
    }

    private double whole() {
        return Power.level(squares / (FULL_SCALE * FULL_SCALE) / (length * factor) - square(mean()));
    }

    private double mean() {
        long total = 0;
        for (int sample : sums) {
            total += sample;
        }
        return total / scale / length;
    }

    private static double square(double value) {
        return value * value;
    }
}
