package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Writes audio in another way.
 *
 * @param codec absent for the format's usual one
 * @param sampleRate Hz; absent to keep it
 * @param bitrate kbps of all channels together; absent for what suits codec, rate and channels
 * @param channels 1 or 2; absent to keep them
 */
public record Conversion(
        Format format,
        Optional<Codec> codec,
        Optional<Integer> sampleRate,
        Optional<Integer> bitrate,
        Optional<Integer> channels)
        implements AudioTask {
    public Conversion {
        requireNonNull(format);
        requireNonNull(codec);
        requireNonNull(sampleRate);
        requireNonNull(bitrate);
        requireNonNull(channels);
    }

    @Override
    public Plan plan(List<AudioMeasures> inputs) {
        var given = inputs.getFirst();
        return new EncodingRequest(
                        format,
                        codec.orElse(Codec.usual(format)),
                        sampleRate,
                        channels,
                        bitrate.map(Integer::doubleValue))
                .plan(given.sampleRate(), given.channels())
                .lasting(given.duration());
    }
}
