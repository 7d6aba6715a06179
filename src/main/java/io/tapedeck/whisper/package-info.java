/** Hears with whisper.cpp's program. It knows transcripts and Java. */
package io.tapedeck.whisper;
