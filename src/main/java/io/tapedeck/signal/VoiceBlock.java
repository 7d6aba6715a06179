package io.tapedeck.signal;

import java.util.List;

/**
 * Half a second of one channel, or what there is of it at the end.
 *
 * @param frames that are looked at together
 * @param sound all samples of the frames, at 8 to 16 kHz; full scale is 1
 * @param sums of the sound
 */
public record VoiceBlock(List<VoiceFrame> frames, float[] sound, SampleSums sums) {
    /** Frames of a whole block. */
    public static final int FRAMES = 25;
}
