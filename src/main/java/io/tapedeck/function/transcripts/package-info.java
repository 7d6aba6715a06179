/** Functions that make, show and take in transcripts. They know the core, the edge and what transcripts are. */
package io.tapedeck.function.transcripts;
