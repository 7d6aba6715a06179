package io.tapedeck.diarization;

import io.tapedeck.audio.Range;

/**
 * When somebody speaks.
 *
 * @param speaker counted from 0 in the order in which they are heard first
 */
public record SpokenTurn(int speaker, Range range) {}
