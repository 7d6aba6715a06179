/**
 * What puts the program together, and what Lambda, Quarkus and a native image must be told. Wiring and settings may
 * enter, which everything else is spared; a decision about recordings may not.
 */
package io.tapedeck.runtime;
