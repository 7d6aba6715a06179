package io.tapedeck.signal;

/**
 * 20 ms of one channel, or what there is of it at the end, and what reading each of its samples once tells. It is used again for the
 * next frame.
 */
public final class SampleFrame {
    private static final float FULL_SCALE = 32_768;

    private final int factor;
    private final short[] samples;
    /** Of the frame before and of this one. */
    private final int[] sums;
    /** The sums of this frame as samples, full scale 1. */
    private final float[] sound;

    private int count;
    private long total;
    private long squares;
    private long heldSquares;
    private long highestSquare;

    /** @param sampleRate Hz */
    SampleFrame(int sampleRate) {
        this.factor = VoiceFrames.factor(sampleRate);
        this.samples = new short[VoiceFrames.length(sampleRate)];
        this.sound = new float[samples.length / factor];
        this.sums = new int[2 * sound.length];
    }

    /** Samples, of which {@link #count()} are there. */
    public short[] samples() {
        return samples;
    }

    /** How many samples it has. */
    public int count() {
        return count;
    }

    /** Whether it lasts 20 ms. */
    public boolean isWhole() {
        return count == samples.length;
    }

    /** At 8 to 16 kHz, the sum of as many samples as become one; of the frame before and, behind that, of this one. */
    public int[] sums() {
        return sums;
    }

    /** The sound of a whole frame at that rate; full scale is 1. */
    public float[] sound() {
        return sound;
    }

    /** Of how many samples each of the sums is. */
    public int factor() {
        return factor;
    }

    /** The sum of all samples. */
    public long total() {
        return total;
    }

    /** The sum of the squares of all samples. */
    public long squares() {
        return squares;
    }

    /** The sum of the squares of its sums. */
    public long heldSquares() {
        return heldSquares;
    }

    /** How far from 0 no sample is farther. */
    public int highest() {
        return (int) Math.ceil(Math.sqrt(highestSquare));
    }

    /** Takes in what there is room for, and tells where the rest begins. */
    int fill(short[] pcm, int from, int end, int step) {
        var many = Math.min(samples.length - count, (end - from + step - 1) / step);
        var until = count + many;
        var at = from;
        while (count < until && count % factor > 0) {
            at = addOne(pcm, at, step);
        }
        at = factor == 1 ? addSamples(pcm, at, until, step) : addGroups(pcm, at, (until - count) / factor, step);
        while (count < until) {
            at = addOne(pcm, at, step);
        }
        return at;
    }

    private int addOne(short[] pcm, int from, int step) {
        var sample = pcm[from];
        var at = sums.length / 2 + count / factor;
        long before = count % factor == 0 ? 0 : sums[at];
        var sum = before + sample;
        samples[count++] = sample;
        sums[at] = (int) sum;
        total += sample;
        squares += sample * sample;
        heldSquares += sum * sum - before * before;
        highestSquare = Math.max(highestSquare, sample * sample);
        return from + step;
    }

    /** Each is a sum for itself. */
    private int addSamples(short[] pcm, int from, int until, int step) {
        var kept = samples;
        var into = sums;
        var at = from;
        var all = 0;
        var power = 0L;
        var highest = 0;
        check(pcm, kept, into);
        for (int i = count, to = into.length / 2 + i; i < until; i++, to++, at += step) {
            var sample = pcm[at];
            var square = sample * sample;
            kept[i] = sample;
            into[to] = sample;
            all += sample;
            power += square;
            highest = Math.max(highest, square);
        }
        count = until;
        total += all;
        squares += power;
        heldSquares = squares;
        highestSquare = Math.max(highestSquare, highest);
        return at;
    }

    private int addGroups(short[] pcm, int from, int groups, int step) {
        var kept = samples;
        var into = sums;
        var size = factor;
        var at = from;
        var i = count;
        var all = 0;
        var power = 0L;
        var held = 0L;
        var highest = highestSquare;
        check(pcm, kept, into);
        for (int to = into.length / 2 + i / size, end = to + groups; to < end; to++) {
            var sum = 0;
            var group = 0L;
            for (int last = i + size; i < last; i++, at += step) {
                var sample = pcm[at];
                kept[i] = sample;
                sum += sample;
                group += sample * sample;
            }
            into[to] = sum;
            all += sum;
            power += group;
            held += (long) sum * sum;
            // none of them is farther than all together
            highest = Math.max(highest, group);
        }
        count = i;
        total += all;
        squares += power;
        heldSquares += held;
        highestSquare = highest;
        return at;
    }

    /** What is known to be there once need not be asked for with each sample. */
    private static void check(short[] pcm, short[] kept, int[] into) {
        if (pcm.length == 0 || kept.length == 0 || into.length == 0) {
            throw new IllegalArgumentException("There are no samples");
        }
    }

    /** Makes sound of the sums. */
    void finish() {
        var from = sums;
        var into = sound;
        var scale = 1 / (factor * FULL_SCALE);
        for (int i = 0, at = into.length; i < into.length; i++, at++) {
            into[i] = from[at] * scale;
        }
    }

    /** Makes room for the next. */
    void clear() {
        var half = sums.length / 2;
        System.arraycopy(sums, half, sums, 0, half);
        count = 0;
        total = 0;
        squares = 0;
        heldSquares = 0;
        highestSquare = 0;
    }
}
