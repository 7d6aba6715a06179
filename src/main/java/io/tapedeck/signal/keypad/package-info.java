/**
 * Presses of telephone keys in sound, by the tones of ITU-T Q.23 and what Q.24 asks of a receiver. Arithmetic on samples of one
 * channel may enter, and nothing that is done about a press.
 */
package io.tapedeck.signal.keypad;
