/**
 * Arithmetic on samples: levels, spectra, voice activity, tones, noise, leaks. Pure functions and meters of numbers may
 * enter, which start nothing and read no files.
 */
package io.tapedeck.signal;
