package io.tapedeck.signal.loudness;

import io.tapedeck.audio.measure.Loudness;

/**
 * Measures the loudness of one channel, as if it were alone, while it streams by. It comes to what ffmpeg's filters make of the same
 * samples, for a tenth of their time: between samples it looks for a peak only where there can be one.
 */
public final class ChannelLoudness {
    /** Blocks of 100 ms that loudness is gated by, and those that its range is. */
    private static final int MOMENTARY = 4;

    private static final int SHORT_TERM = 30;

    private final int channel;
    private final int channels;
    private final int blockLength;
    private final KWeighting weighting;
    private final TruePeak peak;
    private final GatedPower momentary = new GatedPower(MOMENTARY, 10);
    private final GatedPower shortTerm = new GatedPower(SHORT_TERM, 20);
    private double energy;
    private int inBlock;

    public ChannelLoudness(int channel, int channels, int sampleRate) {
        this.channel = channel;
        this.channels = channels;
        this.blockLength = Math.round(sampleRate / 10f);
        this.weighting = new KWeighting(sampleRate);
        this.peak = new TruePeak(sampleRate);
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param frames samples of each channel
     */
    public void accept(short[] pcm, int frames) {
        for (int from = 0; from < frames; ) {
            var count = Math.min(frames - from, blockLength - inBlock);
            energy += weighting.energy(pcm, from * channels + channel, count, channels);
            from += count;
            inBlock += count;
            if (inBlock == blockLength) {
                endBlock();
            }
        }
        peak.accept(pcm, channel, frames, channels);
    }

    /** To a tenth of a decibel. To be asked once, at the end. */
    public Loudness loudness() {
        return new Loudness(
                tenths(momentary.loudness()),
                tenths(shortTerm.range()),
                peak.level().map(ChannelLoudness::tenths));
    }

    private void endBlock() {
        var power = energy / blockLength;
        momentary.add(power);
        shortTerm.add(power);
        energy = 0;
        inBlock = 0;
    }

    private static double tenths(double decibels) {
        return Math.round(10 * decibels) / 10.0;
    }
}
