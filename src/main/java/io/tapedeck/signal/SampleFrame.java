package io.tapedeck.signal;

/**
 * 20 ms of one channel, or what there is of it at the end, and what reading each of its samples once tells. It is used again for the
 * next frame.
 */
public final class SampleFrame {
    private final int factor;
    private final short[] samples;
    /** Of the frame before and of this one. */
    private final int[] sums;

    private int count;
    private long total;
    private long squares;
    private int highestSquare;

    /** @param sampleRate Hz */
    SampleFrame(int sampleRate) {
        this.factor = VoiceFrames.factor(sampleRate);
        this.samples = new short[VoiceFrames.length(sampleRate)];
        this.sums = new int[2 * samples.length / factor];
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

    /** How far from 0 the farthest sample is. */
    public int highest() {
        return (int) Math.round(Math.sqrt(highestSquare));
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
        int sample = pcm[from];
        samples[count] = (short) sample;
        var at = sums.length / 2 + count / factor;
        sums[at] = sample + (count % factor == 0 ? 0 : sums[at]);
        count++;
        total += sample;
        squares += sample * sample;
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
        var highest = highestSquare;
        if (pcm.length < from || kept.length < until) {
            throw new IndexOutOfBoundsException(until);
        }
        for (int i = count, to = into.length / 2 + i; i < until; i++, to++, at += step) {
            int sample = pcm[at];
            var square = sample * sample;
            kept[i] = (short) sample;
            into[to] = sample;
            all += sample;
            power += square;
            highest = Math.max(highest, square);
        }
        count = until;
        total += all;
        squares += power;
        highestSquare = highest;
        return at;
    }

    private int addGroups(short[] pcm, int from, int groups, int step) {
        var kept = samples;
        var into = sums;
        var at = from;
        var i = count;
        var all = 0;
        var power = 0L;
        var highest = highestSquare;
        if (pcm.length < from || kept.length < i) {
            throw new IndexOutOfBoundsException(i);
        }
        var size = factor;
        for (int to = into.length / 2 + i / size, end = to + groups; to < end; to++) {
            var sum = 0;
            for (int last = i + size; i < last; i++, at += step) {
                int sample = pcm[at];
                var square = sample * sample;
                kept[i] = (short) sample;
                sum += sample;
                power += square;
                highest = Math.max(highest, square);
            }
            into[to] = sum;
            all += sum;
        }
        count = i;
        total += all;
        squares += power;
        highestSquare = highest;
        return at;
    }

    /** Makes room for the next. */
    void clear() {
        var half = sums.length / 2;
        System.arraycopy(sums, half, sums, 0, half);
        count = 0;
        total = 0;
        squares = 0;
        highestSquare = 0;
    }
}
