package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.measure.LoudnessMeter;
import io.tapedeck.signal.NoiseComparison;
import java.util.List;

/**
 * What audio sounds like without its noise.
 *
 * @param channels each compared with what it was
 * @param removable what can then be taken out of silences; empty if that is not asked for
 */
record DenoisedProfile(List<NoiseComparison> channels, LoudnessMeter.Found loudness, List<Range> removable) {}
