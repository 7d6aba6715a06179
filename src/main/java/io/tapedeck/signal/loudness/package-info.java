/**
 * How loud one channel is by EBU R 128: its K-weighted power, gated, and its true peak. Arithmetic on samples may enter, and nothing
 * that knows a call.
 */
package io.tapedeck.signal.loudness;
