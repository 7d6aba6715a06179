package io.tapedeck.signal.crosstalk;

/**
 * How the levels of one channel follow those of another, where their samples do not: through a room that echoes, or by
 * a clock that drifts.
 *
 * @param delay frames by which the sound comes later
 * @param decay which of {@link EchoedLevels#DECAYS} the echo has
 * @param gains dB, of each octave
 * @param deviation dB by which octaves of frames are off, as the root of the mean square
 */
record EchoPath(int delay, int decay, double[] gains, double deviation) {}
