/** Transcripts as documents: ours as JSON, and those of others that are taken in. It knows transcripts, problems, Jackson and Java. */
package io.tapedeck.transcript.format;
