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
    private static final SampleSums NONE = new SampleSums(0, 0, 0);

    private final int factor;
    private final Consumer<VoiceBlock> blocks;
    private final Periodicity periodicity;
    private final PureTones tones;
    private final List<VoiceFrame> block = new ArrayList<>();
    /** Samples of a frame. */
    private final int size;
    /** By which full scale becomes 1. */
    private final double scale;

    /** Of the block that is being filled. */
    private float[] sound;

    private SampleSums blockSums = NONE;

    VoiceFrames(int sampleRate, Consumer<VoiceBlock> blocks) {
        this.factor = factor(sampleRate);
        this.blocks = blocks;
        var rate = rate(sampleRate);
        this.size = frameLength(sampleRate);
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

    /** How many samples become one. */
    public static int factor(int sampleRate) {
        return Math.max(1, sampleRate / ENOUGH_HERTZ);
    }

    /** Hands on what makes no whole block. */
    void end() {
        if (!block.isEmpty()) {
            endBlock();
        }
    }

    /** Describes the next frame; what is shorter is left out. */
    void accept(SampleFrame frame) {
        if (!frame.isWhole()) {
            return;
        }
        var sums = frame.sums();
        var offset = square(frame.total() / (FULL_SCALE * size * factor));
        var power = frame.heldSquares() * scale * scale;
        System.arraycopy(frame.sound(), 0, sound, block.size() * size, size);
        blockSums = blockSums.plus(new SampleSums(frame.total() * scale, power, size));
        var level = Power.level(power / size - offset);
        var voiced = level > WORTH_A_LOOK && periodicity.isVoiced(sums);
        var rest = voiced ? level + 10 * Math.log10(tones.remainder(sums, size) + TINY) : level;
        var whole = factor == 1
                ? level
                : Power.level(frame.squares() / (FULL_SCALE * FULL_SCALE) / (size * factor) - offset);
        block.add(new VoiceFrame(level, voiced, rest, whole));
        if (block.size() == VoiceBlock.FRAMES) {
            endBlock();
        }
    }

    private void endBlock() {
        var whole = block.size() == VoiceBlock.FRAMES ? sound : Arrays.copyOf(sound, block.size() * size);
        blocks.accept(new VoiceBlock(List.copyOf(block), whole, blockSums));
        sound = new float[sound.length];
        blockSums = NONE;
        block.clear();
    }

    private static double square(double value) {
        return value * value;
    }
}
