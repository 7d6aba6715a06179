/** Hears with pocketsphinx. It knows transcripts and Java. */
package io.tapedeck.pocketsphinx;
