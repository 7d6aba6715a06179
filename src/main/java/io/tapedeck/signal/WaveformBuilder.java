package io.tapedeck.signal;

import io.tapedeck.audio.Waveform;
import java.util.Arrays;

/** Collects peaks, at half the resolution whenever there are too many of them. */
public final class WaveformBuilder {
    private static final int MOST_PIXELS = 20_000;
    private static final int FIRST_SAMPLES_PER_PIXEL = 64;

    private final int channels;
    private final int sampleRate;
    private final byte[] peaks;
    private final int[] least;
    private final int[] greatest;
    private int pixels;
    private int samplesPerPixel = FIRST_SAMPLES_PER_PIXEL;
    private int samples;

    public WaveformBuilder(int channels, int sampleRate) {
        this.channels = channels;
        this.sampleRate = sampleRate;
        this.peaks = new byte[MOST_PIXELS * channels * 2];
        this.least = new int[channels];
        this.greatest = new int[channels];
        beginPixel();
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param frames samples of each channel
     */
    public void accept(short[] pcm, int frames) {
        for (int from = 0; from < frames; ) {
            int count = Math.min(frames - from, samplesPerPixel - samples);
            for (int channel = 0; channel < channels; channel++) {
                widen(pcm, from, count, channel);
            }
            from += count;
            samples += count;
            if (samples == samplesPerPixel) {
                endPixel();
            }
        }
    }

    /** The waveform of all that came in; the last pixel may stand for fewer samples. */
    public Waveform build() {
        if (samples > 0) {
            endPixel();
        }
        return new Waveform(channels, sampleRate, samplesPerPixel, Arrays.copyOf(peaks, pixels * channels * 2));
    }

    private void widen(short[] pcm, int from, int count, int channel) {
        int low = least[channel];
        int high = greatest[channel];
        for (int i = from * channels + channel, end = (from + count) * channels; i < end; i += channels) {
            low = Math.min(low, pcm[i]);
            high = Math.max(high, pcm[i]);
        }
        least[channel] = low;
        greatest[channel] = high;
    }

    private void endPixel() {
        for (int channel = 0; channel < channels; channel++) {
            int at = (pixels * channels + channel) * 2;
            peaks[at] = (byte) (least[channel] >> 8);
            peaks[at + 1] = (byte) (greatest[channel] >> 8);
        }
        pixels++;
        if (pixels == MOST_PIXELS) {
            halve();
        }
        beginPixel();
    }

    private void beginPixel() {
        Arrays.fill(least, Short.MAX_VALUE);
        Arrays.fill(greatest, Short.MIN_VALUE);
        samples = 0;
    }

    private void halve() {
        int width = channels * 2;
        for (int pixel = 0; pixel < pixels / 2; pixel++) {
            for (int i = 0; i < width; i++) {
                byte left = peaks[2 * pixel * width + i];
                byte right = peaks[(2 * pixel + 1) * width + i];
                peaks[pixel * width + i] = (byte) (i % 2 == 0 ? Math.min(left, right) : Math.max(left, right));
            }
        }
        pixels /= 2;
        samplesPerPixel *= 2;
    }
}
