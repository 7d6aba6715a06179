/**
 * The resource itself: its life, its versions, its jobs, its events, and the port of the store that holds them. What
 * changes a recording in one transaction may enter; what happens by the clock belongs to {@code retention}, what is
 * done to audio to {@code work}.
 */
package io.tapedeck.recording;
