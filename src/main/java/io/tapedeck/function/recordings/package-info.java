/**
 * The functions of the recording itself: create, list, retrieve, update, delete, and what is told of it. A class for an
 * operation of the contract under {@code /v1/recordings} that works on no audio may enter.
 */
package io.tapedeck.function.recordings;
