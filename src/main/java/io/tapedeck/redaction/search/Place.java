package io.tapedeck.redaction.search;

/**
 * Where a word stands.
 *
 * @param segment index in the transcript
 * @param word index in the segment
 */
public record Place(int segment, int word) {}
