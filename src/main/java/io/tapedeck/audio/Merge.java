package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.WireNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes one audio out of several.
 *
 * @param recordings whose audio it is, in this order
 * @param gap seconds of silence between two that follow each other
 * @param crossfade seconds for which two that follow each other overlap
 * @param offsets seconds at which each starts, for mix and channels; empty for all at once
 * @param format absent for the first one's, or what follows on that
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
            return WireNames.name(this);
        }
    }

    public Merge {
        requireNonNull(mode);
        requireNonNull(format);
        recordings = List.copyOf(recordings);
        offsets = List.copyOf(offsets);
    }

    /** The highest sample rate wins, and for all but the mode channels the greatest number of channels. */
    @Override
    public Plan plan(List<AudioMeasures> inputs) {
        var first = inputs.getFirst();
        var shortest = inputs.stream().mapToDouble(AudioMeasures::seconds).min().orElseThrow();
        if (mode == Mode.CONCATENATE && crossfade > shortest) {
            return Plan.Infeasible.because(
                    "crossfade-too-long",
                    "The crossfade of %.3f s is longer than the shortest recording; the limit is %.3f s.",
                    crossfade,
                    Math.floor(shortest * 1000) / 1000);
        }
        var rate = inputs.stream().mapToInt(AudioMeasures::sampleRate).max().orElseThrow();
        return EncodingRequest.like(first, format.orElse(EncodingRequest.format(first)), rate, channels(inputs))
                .plan(rate, channels(inputs))
                .lasting(duration(inputs));
    }

    /** Seconds at which each starts. */
    public List<Double> starts(List<AudioMeasures> inputs) {
        if (mode != Mode.CONCATENATE) {
            return IntStream.range(0, inputs.size())
                    .mapToObj(i -> i < offsets.size() ? offsets.get(i) : 0.0)
                    .toList();
        }
        var starts = new ArrayList<Double>();
        var next = 0.0;
        for (var input : inputs) {
            starts.add(next);
            next += input.seconds() + (crossfade > 0 ? -crossfade : gap);
        }
        return List.copyOf(starts);
    }

    /** Seconds that the result lasts. */
    public double duration(List<AudioMeasures> inputs) {
        var starts = starts(inputs);
        return IntStream.range(0, inputs.size())
                .mapToDouble(i -> starts.get(i) + inputs.get(i).seconds())
                .max()
                .orElseThrow();
    }

    private int channels(List<AudioMeasures> inputs) {
        var each = inputs.stream().mapToInt(AudioMeasures::channels);
        return mode == Mode.CHANNELS ? each.sum() : each.max().orElseThrow();
    }
}
