package io.tapedeck.audio;

/**
 * What an analysis came to.
 *
 * @param version of the audio whose figures they are
 */
public record AnalysisResult(int version) implements JobResult {}
