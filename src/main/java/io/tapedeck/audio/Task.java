package io.tapedeck.audio;

import io.tapedeck.problem.Failure;
import java.util.List;
import java.util.Optional;

/** What a job is there to do. */
public sealed interface Task permits Ingest, AudioTask, Transcription, Analysis, Redaction, Export, Clip, Move {
    /** What it is called. */
    default Action action() {
        return Action.of(this);
    }

    /**
     * Why it cannot be done to some audio, as far as its measures tell.
     *
     * @param inputs one, or for a merge each in its order
     */
    default Optional<Failure> obstacle(List<AudioMeasures> inputs) {
        return Optional.empty();
    }
}
