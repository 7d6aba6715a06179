package io.tapedeck.recording;

import java.util.List;
import java.util.Optional;

/**
 * Makes one audio out of several.
 *
 * @param recordings whose audio it is, in this order
 * @param gap seconds of silence between two that follow each other
 * @param crossfade seconds for which two that follow each other overlap
 * @param offsets seconds at which each starts, for mix and channels; empty for all at once
 * @param format absent for the first one's
 */
public record Merge(
        List<RecordingId> recordings,
        Mode mode,
        double gap,
        double crossfade,
        List<Double> offsets,
        Optional<Format> format)
        implements AudioTask {

    /** How audio is put together. */
    public enum Mode {
        /** One after the other. */
        CONCATENATE,
        /** All at the same time. */
        MIX,
        /** At the same time, the channels of each side by side. */
        CHANNELS;

        @Override
        public String toString() {
            return Wire.name(this);
        }
    }

    public Merge {
        recordings = List.copyOf(recordings);
        offsets = List.copyOf(offsets);
    }

    @Override
    public Job.Action action() {
        return Job.Action.MERGE;
    }

    @Override
    public Plan plan(List<AudioMeasures> inputs) {
        throw new UnsupportedOperationException();
    }
}
