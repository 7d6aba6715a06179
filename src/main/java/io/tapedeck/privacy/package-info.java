/** Finds personal data in the words of a transcript. It knows transcripts, the kinds of personal data and the recognisers below it, and neither audio nor what becomes of it. */
package io.tapedeck.privacy;
