/**
 * How the programs that hear speech are run, whichever they are. What holds for all of them may enter, and nothing that knows
 * how one is called or what it prints.
 */
package io.tapedeck.speech;
