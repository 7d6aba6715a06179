package io.tapedeck.audio;

/** Takes the audio of a recording in, as was agreed when the recording was created. */
public record Ingest() implements Task {}
