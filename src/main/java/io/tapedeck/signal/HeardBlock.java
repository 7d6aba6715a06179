package io.tapedeck.signal;

import java.util.List;

/**
 * Half a second of one channel, or what there is of it at the end.
 *
 * @param sound all samples of the frames; full scale is 1
 * @param sums of the sound
 * @param threshold dBFS below which nothing stands out from the noise
 */
public record HeardBlock(List<HeardFrame> frames, float[] sound, SampleSums sums, double threshold) {
    /** What there is before the beginning and after the end. */
    public static final HeardBlock NOTHING = new HeardBlock(List.of(), new float[0], new SampleSums(0, 0, 0), 0);
}
