package io.tapedeck.recording;

/** What a task comes to for given audio, known before any work is done. */
public sealed interface Plan {
    /** It can be done, and the result is written so. */
    record Feasible(Encoding encoding) implements Plan {}

    /** It cannot be done, whatever is tried. */
    record Infeasible(Failure failure) implements Plan {}
}
