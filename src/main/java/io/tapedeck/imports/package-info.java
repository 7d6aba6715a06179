/**
 * Callbacks in which providers of calls tell of recordings: who may send them, and what they say. How a provider signs and writes
 * may enter, each as a {@code CallbackFormat} of its own; what becomes of a recording may not.
 */
package io.tapedeck.imports;
