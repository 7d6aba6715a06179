/**
 * How long each channel speaks, where what it has of another channel does not count: leaks by delay, through a room, or with
 * a clock of their own. Pure arithmetic on frames and blocks of {@link io.tapedeck.signal} may enter, and nothing of a process
 * or a file.
 */
package io.tapedeck.signal.crosstalk;
