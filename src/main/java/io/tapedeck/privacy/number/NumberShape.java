package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;
import java.util.OptionalDouble;

/** A kind of personal number. */
interface NumberShape {
    Entity entity();

    /** Adds the phrases that speak of it. */
    void addTo(CueWords words);

    /** Whether a number beside one of its phrases can be one. */
    boolean accepts(Candidate number, Cue cue);

    /** How sure it is by its form alone; empty where that does not do. */
    default OptionalDouble bare(Candidate number) {
        return OptionalDouble.empty();
    }
}
