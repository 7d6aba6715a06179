package io.tapedeck.audio;

/** Takes the audio of a recording in, as was agreed when the recording was created. */
public record Ingest() implements Task {
    /**
     * What taking audio in came to.
     *
     * @param version of the audio that it made
     */
    public record Result(int version) implements JobResult {}
}
