package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

/**
 * Peaks of the audio for drawing it, 8 bits each.
 *
 * @param samplesPerPixel how many samples of a channel one pair of peaks stands for
 * @param peaks for each pixel, for each channel, the least and the greatest sample, -128 to 127
 * @see <a href="https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md">the data format of audiowaveform</a>
 */
public record Waveform(int channels, int sampleRate, int samplesPerPixel, byte[] peaks) {
    public Waveform {
        requireNonNull(peaks);
    }

    /** Number of pixels. */
    public int length() {
        return peaks.length / (2 * channels);
    }
}
