package io.tapedeck.ffmpeg;

import io.tapedeck.recording.Range;
import java.util.List;
import java.util.Optional;

/**
 * Sound whose noise has been dealt with.
 *
 * @param denoiser absent where the sound is as it was
 * @param removable what can be taken out of silences; empty if that is not asked for
 */
record Sound(Optional<Denoiser> denoiser, LoudnessMeter.Found loudness, List<Range> removable) {}
