/**
 * The functions that ask for work on audio, and those that tell of it. A class for an operation that makes a job or
 * shows what audio is like may enter.
 */
package io.tapedeck.function.audio;
