package io.tapedeck.signal;

/** Finds in one channel how much of it is sound at all, how far it is off centre, and where it is cut off at full scale. */
public final class LevelMeter {
    /** Mean square of -60 dBFS: below all speech, above the idle noise of companded telephony. */
    private static final double SILENCE = 32_768.0 * 32_768.0 * 1e-6;

    private static final int SHORTEST_CLIPPING = 3;
    /** Blocks of sound from which on a channel is not silent, however many there are. */
    private static final int ENOUGH = 10;

    private final int channel;
    private final int channels;
    private final int fullScale;
    private final int blockLength;
    private final int sampleRate;
    private long energy;
    private long sum;
    private long total;
    private long samples;
    private int inBlock;
    private long blocks;
    private long soundBlocks;
    private int run;
    private long clippings;

    /**
     * @param fullScale the greatest sample that there can be
     */
    public LevelMeter(int channel, int channels, int sampleRate, int fullScale) {
        this.channel = channel;
        this.channels = channels;
        this.fullScale = fullScale;
        this.sampleRate = sampleRate;
        this.blockLength = sampleRate / 100;
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param frames samples of each channel
     */
    public void accept(short[] pcm, int frames) {
        for (int from = channel, end = frames * channels; from < end; ) {
            var count = Math.min((end - from + channels - 1) / channels, blockLength - inBlock);
            add(pcm, from, from + count * channels);
            from += count * channels;
            inBlock += count;
            if (inBlock == blockLength) {
                endBlock();
            }
        }
    }

    /**
     * Takes a frame in, of which only the sum counts where there is nothing to be seen at full scale and the channel is known not to
     * be silent.
     */
    public void accept(SampleFrame frame) {
        if (soundBlocks < ENOUGH || run > 0 || frame.highest() >= fullScale) {
            accept(frame.samples(), frame.count());
        } else {
            total += frame.total();
            samples += frame.count();
        }
    }

    private void add(short[] pcm, int from, int end) {
        var all = 0;
        var least = 0;
        var greatest = 0;
        for (int i = from, step = channels; i < end; i += step) {
            int sample = pcm[i];
            all += sample;
            least = Math.min(least, sample);
            greatest = Math.max(greatest, sample);
        }
        sum += all;
        if (soundBlocks < ENOUGH) {
            energy += squares(pcm, from, end);
        }
        if (run > 0 || Math.max(greatest, -least) >= fullScale) {
            follow(pcm, from, end);
        }
    }

    private long squares(short[] pcm, int from, int end) {
        long squares = 0;
        for (int i = from, step = channels; i < end; i += step) {
            squares += pcm[i] * pcm[i];
        }
        return squares;
    }

    private void follow(short[] pcm, int from, int end) {
        for (int i = from; i < end; i += channels) {
            if (Math.abs(pcm[i]) >= fullScale) {
                run++;
            } else if (run > 0) {
                endRun();
            }
        }
    }

    /** Less than 100 ms of sound louder than -60 dBFS, and less than a tenth of all. */
    public boolean isSilent() {
        if (inBlock > 0) {
            endBlock();
        }
        return soundBlocks < ENOUGH && soundBlocks * 10 <= blocks;
    }

    /** The mean of all samples, where full scale is 1, to -100 dBFS; 0 of less than half a second, which does not tell. */
    public double offset() {
        if (inBlock > 0) {
            endBlock();
        }
        return 2 * samples < sampleRate ? 0 : Math.round(total / (32_768.0 * samples) * 100_000) / 100_000.0;
    }

    /** How many times three or more samples in a row are at full scale. */
    public long clippings() {
        if (run > 0) {
            endRun();
        }
        return clippings;
    }

    /** A constant offset is no sound. */
    private void endBlock() {
        var mean = (double) sum / inBlock;
        if ((double) energy / inBlock - mean * mean > SILENCE) {
            soundBlocks++;
        }
        blocks++;
        total += sum;
        samples += inBlock;
        energy = 0;
        sum = 0;
        inBlock = 0;
    }

    private void endRun() {
        if (run >= SHORTEST_CLIPPING) {
            clippings++;
        }
        run = 0;
    }
}
