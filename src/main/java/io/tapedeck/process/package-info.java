/**
 * How a program on this machine is run: within limits, in time, and with its last words kept. Whatever starts, bounds or reads a
 * process may enter, and nothing that knows what the process is for.
 */
package io.tapedeck.process;
