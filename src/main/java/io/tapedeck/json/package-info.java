/**
 * How everything is written as JSON: the one mapper, and all views. A shape that somebody outside reads may enter, made
 * of the core's records and without a decision.
 */
package io.tapedeck.json;
