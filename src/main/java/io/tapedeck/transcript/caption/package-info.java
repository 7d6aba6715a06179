/** Transcripts for people to read: captions as WebVTT and SubRip, and plain text. It knows transcripts and Java. */
package io.tapedeck.transcript.caption;
