package io.tapedeck.signal.loudness;

import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.signal.SampleFrame;

/**
 * Measures the loudness of one channel, as if it were alone, while it streams by. It comes to what ffmpeg's filters make of the same
 * samples, for a tenth of their time: between samples it looks for a peak only where there can be one.
 */
public final class ChannelLoudness {
    /** Blocks of 100 ms that loudness is gated by, and those that its range is. */
    private static final int MOMENTARY = 4;

    private static final int SHORT_TERM = 30;

    /** Frames of a block. */
    private static final int FRAMES = 5;

    private final KWeighting weighting;
    private final TruePeak peak;
    private final GatedPower momentary = new GatedPower(MOMENTARY, 10);
    private final GatedPower shortTerm = new GatedPower(SHORT_TERM, 20);
    private double energy;
    private int inBlock;

    /** @param sampleRate Hz */
    public ChannelLoudness(int sampleRate) {
        this.weighting = new KWeighting(sampleRate);
        this.peak = new TruePeak(sampleRate);
    }

    /** Takes the next frame in; of one that is not whole, the peak alone. */
    public void accept(SampleFrame frame) {
        peak.accept(frame.samples(), frame.count(), frame.highest());
        if (frame.isWhole()) {
            energy += weighting.energy(frame);
            if (++inBlock == FRAMES) {
                endBlock(FRAMES * frame.count());
            }
        }
    }

    /** To a tenth of a decibel. To be asked once, at the end. */
    public Loudness loudness() {
        return new Loudness(
                tenths(momentary.loudness()),
                tenths(shortTerm.range()),
                peak.level().map(ChannelLoudness::tenths));
    }

    private void endBlock(int samples) {
        var power = energy / samples;
        momentary.add(power);
        shortTerm.add(power);
        energy = 0;
        inBlock = 0;
    }

    private static double tenths(double decibels) {
        return Math.round(10 * decibels) / 10.0;
    }
}
