package io.tapedeck.audio.measure;

import java.util.List;

/**
 * What later work needs to know of the samples, beyond what callers are shown.
 *
 * @param samples of each channel
 * @param offsets by channel, the mean of its samples, where full scale is 1
 * @param inverted by channel, whether it must be turned over to be mixed with the others, which it would cancel
 */
public record Signal(long samples, List<Double> offsets, List<Boolean> inverted) {
    public Signal {
        offsets = List.copyOf(offsets);
        inverted = List.copyOf(inverted);
    }
}
