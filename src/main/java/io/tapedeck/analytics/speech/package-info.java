/**
 * From when each one speaks to the figures of timing: shares, turns, monologues, interruptions, responses, silence, overlap.
 * What needs no more than stretches of time may enter.
 */
package io.tapedeck.analytics.speech;
