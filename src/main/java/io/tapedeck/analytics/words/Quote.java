package io.tapedeck.analytics.words;

/**
 * Something that was said.
 *
 * @param participant who said it, by its place in the list of them
 * @param start seconds
 * @param end seconds
 */
public record Quote(int participant, double start, double end, String text) {}
