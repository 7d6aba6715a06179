package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of an invocation. */
sealed interface Outcome {
    /** What the function answered; a missing node if it answered nothing. */
    record Answered(JsonNode answer) implements Outcome {}

    /** The function told of an error, while it started or for this invocation. */
    record Failed(String error) implements Outcome {}

    /** It had no answer in its time, and its environment is gone. */
    record TimedOut() implements Outcome {}

    /** Its process ended without an answer. */
    record Died(int exitCode) implements Outcome {}
}
