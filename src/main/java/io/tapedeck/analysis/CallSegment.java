package io.tapedeck.analysis;

import static java.util.Objects.requireNonNull;

import io.tapedeck.analytics.words.Quote;

/**
 * Something that is said in a call.
 *
 * @param number 1 for the first
 * @param speaker a number and, where it is known, the role; never a label, which may be a name
 */
public record CallSegment(int number, String speaker, Quote quote) {
    public CallSegment {
        requireNonNull(speaker);
        requireNonNull(quote);
    }
}
