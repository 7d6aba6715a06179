/** The words of a transcript as recognisers look at them: numerals, letters, marks and fillers, each with the word that it came from. It knows transcripts and nothing else. */
package io.tapedeck.privacy.token;
