package io.tapedeck.analytics;

/**
 * From where on sound is called bad.
 *
 * @param clippings of a channel, from which it is clipped: single ones happen in good recordings
 * @param signalToNoise dB, below which a channel is noisy: speech is hard to follow
 * @param silence dBFS, above which a channel that is not dead has sound
 * @param offset of full scale, from which on a channel is off centre
 * @param levelDifference dB, above which two sides are uneven
 */
public record Thresholds(long clippings, double signalToNoise, double silence, double offset, double levelDifference) {
    static final Thresholds OURS = new Thresholds(10, 15, -60, 0.005, 10);
}
