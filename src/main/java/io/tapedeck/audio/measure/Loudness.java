package io.tapedeck.audio.measure;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Loudness of the whole as EBU R 128 defines it.
 *
 * @param integrated LUFS; -70, the gate's floor, for silence
 * @param range LU
 * @param truePeak dBFS; absent for digital silence, whose peak is minus infinity
 */
public record Loudness(double integrated, double range, Optional<Double> truePeak) {
    public Loudness {
        requireNonNull(truePeak);
    }
}
