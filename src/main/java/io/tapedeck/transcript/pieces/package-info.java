/**
 * Has an engine hear a recording while one waits: channel by channel, piece by piece, as many at once as there are cores. What
 * cuts, times, hears or puts together pieces may enter, and nothing that knows which engine hears or where words are kept.
 */
package io.tapedeck.transcript.pieces;
