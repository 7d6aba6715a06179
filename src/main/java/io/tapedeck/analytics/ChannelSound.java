package io.tapedeck.analytics;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.measure.Loudness;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a channel sounds like.
 *
 * @param clippings how often its sound is cut off at full scale
 * @param silent whether no sound in it is louder than -60 dBFS
 * @param noiseFloor dBFS of the noise between speech; absent where it is not known
 * @param speechLevel dBFS of speech; absent without any
 * @param offset the mean of its samples, where full scale is 1
 * @param loudness as EBU R 128 has it; absent where it was not measured for this channel alone
 */
public record ChannelSound(
        long clippings,
        boolean silent,
        OptionalDouble noiseFloor,
        OptionalDouble speechLevel,
        double offset,
        Optional<Loudness> loudness) {
    public ChannelSound {
        requireNonNull(noiseFloor);
        requireNonNull(speechLevel);
        requireNonNull(loudness);
    }
}
