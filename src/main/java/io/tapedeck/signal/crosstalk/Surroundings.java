package io.tapedeck.signal.crosstalk;

import io.tapedeck.signal.HeardBlock;
import io.tapedeck.signal.SampleSums;
import io.tapedeck.signal.VoiceBlock;
import java.util.Arrays;

/** What one channel sounds like in a block, in the one before it and in the one after it; before and after all is silence. */
final class Surroundings {
    private static final double SILENCE = -100;

    private final int frameLength;
    private final int length;
    private final float[] sound;
    private final double[] levels = new double[3 * VoiceBlock.FRAMES];
    /** Of each of the blocks, the sum of squares. */
    private final double[] energies = new double[3];

    private HeardBlock current = HeardBlock.NOTHING;
    private HeardBlock next = HeardBlock.NOTHING;

    /**
     * @param frameLength samples of a frame
     */
    Surroundings(int frameLength) {
        this.frameLength = frameLength;
        this.length = VoiceBlock.FRAMES * frameLength;
        this.sound = new float[3 * length];
        Arrays.fill(levels, SILENCE);
    }

    /** Moves on by a block, which becomes the one after the current. */
    void shift(HeardBlock newest) {
        System.arraycopy(sound, length, sound, 0, 2 * length);
        System.arraycopy(levels, VoiceBlock.FRAMES, levels, 0, 2 * VoiceBlock.FRAMES);
        Arrays.fill(sound, 2 * length + newest.sound().length, 3 * length, 0);
        Arrays.fill(levels, 2 * VoiceBlock.FRAMES, levels.length, SILENCE);
        center(newest.sound(), newest.sums());
        for (int i = 0; i < newest.frames().size(); i++) {
            levels[2 * VoiceBlock.FRAMES + i] = newest.frames().get(i).frame().level();
        }
        current = next;
        next = newest;
    }

    private void center(float[] heard, SampleSums sums) {
        var mean = (float) sums.mean();
        var kept = sound;
        for (int i = 0, at = 2 * length; i < heard.length; i++, at++) {
            kept[at] = heard[i] - mean;
        }
        energies[0] = energies[1];
        energies[1] = energies[2];
        energies[2] = sums.power() * heard.length;
    }

    HeardBlock current() {
        return current;
    }

    /** Samples of the three blocks, without their constant offset. */
    float[] sound() {
        return sound;
    }

    /** Samples of a block. */
    int length() {
        return length;
    }

    /** Samples of a frame. */
    int frameLength() {
        return frameLength;
    }

    /** Where a frame of the current block begins in the sound. */
    int start(int frame) {
        return length + frame * frameLength;
    }

    /**
     * The highest level of frames, dBFS.
     *
     * @param first of the frames, where the current block's first is 0 and earlier ones are negative
     * @param last of the frames
     */
    double highest(int first, int last) {
        var highest = SILENCE;
        for (int i = from(first), end = end(last); i < end; i++) {
            highest = Math.max(highest, levels[i]);
        }
        return highest;
    }

    /** The lowest level of frames, dBFS; see {@link #highest}. */
    double lowest(int first, int last) {
        var from = from(first);
        var end = end(last);
        var lowest = from < end ? levels[from] : SILENCE;
        for (int i = from; i < end; i++) {
            lowest = Math.min(lowest, levels[i]);
        }
        return lowest;
    }

    private static int from(int first) {
        return Math.max(0, VoiceBlock.FRAMES + first);
    }

    private int end(int last) {
        return Math.min(levels.length, VoiceBlock.FRAMES + last + 1);
    }

    /** The sum of squares up to the end of the current block. */
    double energy() {
        return energies[0] + energies[1];
    }
}
