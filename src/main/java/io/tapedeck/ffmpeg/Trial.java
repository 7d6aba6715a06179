package io.tapedeck.ffmpeg;

import io.tapedeck.recording.Range;
import java.util.List;

/**
 * What audio sounds like without its noise.
 *
 * @param channels each compared with what it was
 * @param removable what can then be taken out of silences; empty if that is not asked for
 */
record Trial(List<Comparison> channels, LoudnessMeter.Found loudness, List<Range> removable) {}
