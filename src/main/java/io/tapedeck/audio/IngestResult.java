package io.tapedeck.audio;

/**
 * What taking audio in came to.
 *
 * @param version of the audio that it made
 */
public record IngestResult(int version) implements JobResult {}
