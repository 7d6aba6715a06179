package io.tapedeck.audio;

/**
 * What writing down came to.
 *
 * @param version of the audio whose words they are
 * @param words that were heard
 */
public record TranscriptionResult(int version, int words) implements JobResult {}
