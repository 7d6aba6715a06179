package io.tapedeck.signal;

import io.tapedeck.audio.Enhancement.SilenceRemoval;
import io.tapedeck.audio.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is to be taken out of silences: times at which no sample of any channel is as loud as the threshold, all
 * but what is kept of them, half at either side. To the millisecond, so that ranges say exactly what is taken out.
 */
public final class SilenceFinder {
    /** Seconds that are worth a cut. */
    private static final double LEAST = 0.02;

    private final SilenceRemoval wanted;
    private final int first;
    private final int count;
    private final int stride;
    private final double sampleRate;
    private final double threshold;
    private final List<Range> removable = new ArrayList<>();
    private long position;
    private long lastSound = -1;

    /**
     * @param first of the channels that must be silent
     * @param count of the channels that must be silent
     * @param stride of all channels
     */
    public SilenceFinder(SilenceRemoval wanted, int first, int count, int stride, int sampleRate) {
        this.wanted = wanted;
        this.first = first;
        this.count = count;
        this.stride = stride;
        this.sampleRate = sampleRate;
        this.threshold = 32_768 * Math.pow(10, wanted.threshold() / 20);
    }

    /**
     * Takes samples in.
     *
     * @param pcm of all channels in turn
     * @param frames samples of each channel
     */
    public void accept(short[] pcm, int frames) {
        for (int i = 0; i < frames; i++, position++) {
            if (isSound(pcm, i * stride + first)) {
                endSilence();
                lastSound = position;
            }
        }
    }

    /** To be asked once, at the end; empty if all is silence, of which nothing would be left. */
    public List<Range> removable() {
        if (lastSound < 0) {
            return List.of();
        }
        endSilence();
        return List.copyOf(removable);
    }

    private boolean isSound(short[] pcm, int from) {
        for (int i = from; i < from + count; i++) {
            if (Math.abs(pcm[i]) >= threshold) {
                return true;
            }
        }
        return false;
    }

    private void endSilence() {
        var start = (lastSound + 1) / sampleRate;
        var end = position / sampleRate;
        if (end - start >= wanted.minimum()) {
            var from = Math.ceil((start + wanted.keep() / 2) * 1000) / 1000;
            var to = Math.floor((end - wanted.keep() / 2) * 1000) / 1000;
            if (to - from >= LEAST) {
                removable.add(new Range(from, to));
            }
        }
    }
}
