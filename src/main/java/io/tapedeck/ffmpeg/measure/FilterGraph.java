package io.tapedeck.ffmpeg.measure;

/**
 * Sound that ffmpeg's filters make of its inputs.
 *
 * @param filters a graph from the pads {@code [0:a:0]}, {@code [1:a:0]} and so on to the pad {@code [sound]}
 * @param sampleRate Hz of what comes out
 * @param channels of what comes out
 * @param seconds of what comes out
 * @param inputs whose lengths those seconds are reckoned from
 */
public record FilterGraph(String filters, int sampleRate, int channels, double seconds, int inputs) {
    /** Samples of each channel that come out. */
    public long frames() {
        return Math.round(seconds * sampleRate);
    }
}
