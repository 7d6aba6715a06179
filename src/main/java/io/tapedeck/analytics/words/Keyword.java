package io.tapedeck.analytics.words;

/**
 * What a call is about.
 *
 * @param term one to three words, in the form that is said most
 * @param count how often it is said, in whatever form
 * @param score of RAKE times the logarithm of the count, where that of the first is 1
 */
public record Keyword(String term, int count, double score) {}
