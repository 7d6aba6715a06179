/**
 * Where bytes lie: the keys of objects, uploads, and the ports of the stores of audio and documents. What every store
 * of objects can do may enter; what only one provider knows belongs to its adapter.
 */
package io.tapedeck.storage;
