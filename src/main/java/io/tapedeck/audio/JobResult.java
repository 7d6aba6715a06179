package io.tapedeck.audio;

/** What a job did, each kind of task in its own way. */
public sealed interface JobResult
        permits Ingest.Result, AudioResult, Transcription.Result, Analysis.Result, Redaction.Result, Export.Result {
    /** The same, short enough to be kept with the job. */
    default JobResult abridged() {
        return this;
    }
}
