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
    /** Samples of a frame. */
    private final int size;
    /** The frame before and the one that is being filled, as sums of as many samples as become one. */
    private final int[] frames;

    /** By which full scale becomes 1. */
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
        this.size = frameLength(sampleRate);
        this.frames = new int[2 * size];
        this.length = size;
        this.scale = 1 / (factor * FULL_SCALE);
        this.periodicity = new Periodicity(rate, size);
        this.tones = new PureTones(rate, size);
        this.sound = new float[VoiceBlock.FRAMES * size];
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
            if (length == frames.length) {
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
        var whole = Math.min(frames.length - length, (end - at + channels - 1) / channels / factor);
        at = addSums(pcm, at, whole);
        while (at < end && length < frames.length) {
            at = addOne(pcm, at);
        }
        return at;
    }

    private int addOne(short[] pcm, int at) {
        sum += pcm[at];
        squares += pcm[at] * pcm[at];
        if (++summed == factor) {
            frames[length++] = sum;
            sum = 0;
            summed = 0;
        }
        return at + channels;
    }

    private int addSums(short[] pcm, int from, int count) {
        if (factor == 1) {
            return addSamples(pcm, from, count);
        }
        var at = from;
        var all = squares;
        for (int i = length, last = length + count; i < last; i++) {
            var open = 0;
            for (int end = at + factor * channels; at < end; at += channels) {
                int sample = pcm[at];
                open += sample;
                all += sample * sample;
            }
            frames[i] = open;
        }
        squares = all;
        length += count;
        return at;
    }

    /** Each is a sum for itself, and its square counts when it is described. */
    private int addSamples(short[] pcm, int from, int count) {
        var sums = frames;
        var at = from;
        for (int i = length, last = length + count; i < last; i++, at += channels) {
            sums[i] = pcm[at];
        }
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
        var total = 0;
        long power = 0;
        var sums = frames;
        var samples = sound;
        for (int i = size, end = 2 * size, at = block.size() * size; i < end; i++, at++) {
            var sample = sums[i];
            total += sample;
            power += (long) sample * sample;
            samples[at] = (float) (sample * scale);
        }
        var offset = square(total * scale / size);
        var level = Power.level(power * scale * scale / size - offset);
        var voiced = level > WORTH_A_LOOK && periodicity.isVoiced(frames);
        var rest = voiced ? level + 10 * Math.log10(tones.remainder(frames, size) + TINY) : level;
        var whole = factor == 1 ? level : Power.level(squares / (FULL_SCALE * FULL_SCALE) / (size * factor) - offset);
        block.add(new VoiceFrame(level, voiced, rest, whole));
        System.arraycopy(frames, size, frames, 0, size);
        length = size;
        squares = 0;
        if (block.size() == VoiceBlock.FRAMES) {
            endBlock();
        }
    }

    private void endBlock() {
        blocks.accept(new VoiceBlock(List.copyOf(block), Arrays.copyOf(sound, block.size() * size)));
        block.clear();
    }

    private static double square(double value) {
        return value * value;
    }
}
