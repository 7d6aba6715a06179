/** Looks for values that were found in a transcript, however they are written, wherever else they may stand. It knows transcripts, what is found in them and how words are read, and reads JSON. */
package io.tapedeck.redaction.search;
