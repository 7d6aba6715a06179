/**
 * How a sentence feels, by the rules and the lexicon of VADER. What needs nothing but the text of a sentence in English may enter.
 */
package io.tapedeck.analytics.sentiment;
