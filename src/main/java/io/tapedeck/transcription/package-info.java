/** Transcripts of recordings: finds them and takes in those that were made elsewhere. It knows the core and transcripts. */
package io.tapedeck.transcription;
