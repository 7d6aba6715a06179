/**
 * Analytics of recordings: works them out from what is heard and what is written, keeps and finds them. It knows the core,
 * transcripts and the figures.
 */
package io.tapedeck.analysis;
