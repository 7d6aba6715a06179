package io.tapedeck.recording;

import java.util.List;
import java.util.Optional;

/**
 * Cuts audio, to the millisecond: keeps what lies between start and end, or all but the ranges that are to be removed.
 *
 * @param start seconds; absent for the beginning
 * @param end seconds; absent for the end
 * @param remove may overlap and come in any order; empty where start or end is given
 */
public record Trim(Optional<Double> start, Optional<Double> end, List<Range> remove) implements AudioTask {
    public Trim {
        remove = List.copyOf(remove);
    }

    @Override
    public Job.Action action() {
        return Job.Action.TRIM;
    }

    @Override
    public Plan plan(List<AudioMeasures> inputs) {
        throw new UnsupportedOperationException();
    }
}
