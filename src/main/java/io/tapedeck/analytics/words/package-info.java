/**
 * From the words of a call to the figures of them: pace, questions, fillers, keywords, categories, sentiment, summary, commitments.
 * What needs no more than words, their times and who says them may enter.
 */
package io.tapedeck.analytics.words;
