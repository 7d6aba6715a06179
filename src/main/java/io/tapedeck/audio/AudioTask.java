package io.tapedeck.audio;

import io.tapedeck.problem.Failure;
import java.util.List;
import java.util.Optional;

/** What can be asked to be done to audio. As JSON each is a request of the HTTP contract with its defaults filled in. */
public sealed interface AudioTask extends Task permits Compression, Conversion, Trim, Merge, Enhancement {
    /**
     * What it comes to.
     *
     * @param inputs what is known of the audio it works on: one, or for a merge each in its order
     */
    Plan plan(List<AudioMeasures> inputs);

    @Override
    default Optional<Failure> obstacle(List<AudioMeasures> inputs) {
        return switch (plan(inputs)) {
            case Plan.Feasible _ -> Optional.empty();
            case Plan.Infeasible(var failure) -> Optional.of(failure);
        };
    }
}
