package io.tapedeck.recording;

import java.util.List;
import java.util.Optional;

/**
 * Makes audio smaller. One of bitrate, maxSize and quality says how far.
 *
 * @param format absent for what suits speech best
 * @param bitrate kbps of all channels together
 * @param maxSize bytes that the result never exceeds
 * @param quality lossless is none that can be asked for
 */
public record Compression(
        Optional<Format> format, Optional<Integer> bitrate, Optional<Long> maxSize, Optional<Quality> quality)
        implements AudioTask {
    @Override
    public Job.Action action() {
        return Job.Action.COMPRESS;
    }

    @Override
    public Plan plan(List<AudioMeasures> inputs) {
        throw new UnsupportedOperationException();
    }
}
