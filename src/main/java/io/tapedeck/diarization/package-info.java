/** Tells speakers on one channel apart by their voices. It knows signals, audio and Java. */
package io.tapedeck.diarization;
