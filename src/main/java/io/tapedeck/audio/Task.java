package io.tapedeck.audio;

/** What a job is there to do. */
public sealed interface Task permits Ingest, AudioTask, Transcription, Analysis {
    /** What it is called. */
    default Action action() {
        return Action.of(this);
    }
}
