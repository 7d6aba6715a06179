package io.tapedeck.analytics.speech;

/**
 * Somebody begins to speak while another does, and goes on.
 *
 * @param by the participant who interrupts, by its place in the list of them
 * @param of the participant who is interrupted
 * @param at seconds at which the turn of the one who interrupts begins
 * @param duration seconds until one of the two turns ends
 * @param successful whether the other stops within 2 s
 */
public record Interruption(int by, int of, double at, double duration, boolean successful) {}
