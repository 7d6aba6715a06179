package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.measure.LoudnessMeter;
import java.util.List;
import java.util.Optional;

/**
 * What audio sounds like once its noise has been reduced where that helps.
 *
 * @param denoiser absent where the sound is as it was
 * @param removable what can be taken out of silences; empty if that is not asked for
 */
record CleanedProfile(Optional<Denoiser> denoiser, LoudnessMeter.Found loudness, List<Range> removable) {}
