package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.measure.Quality;
import java.util.List;
import java.util.Optional;

/**
 * Makes audio smaller. One of bitrate, maxSize and quality says how far.
 *
 * @param format absent for what suits speech best
 * @param bitrate kbps of all channels together
 * @param maxSize bytes that the result never exceeds
 * @param quality lossless is none that can be asked for
 */
public record Compression(
        Optional<Format> format, Optional<Integer> bitrate, Optional<Long> maxSize, Optional<Quality> quality)
        implements AudioTask {
    public Compression {
        requireNonNull(format);
        requireNonNull(bitrate);
        requireNonNull(maxSize);
        requireNonNull(quality);
    }

    /** Channels stay; the sample rate sinks where the bitrate is too low for it. */
    @Override
    public Plan plan(List<AudioMeasures> inputs) {
        var given = inputs.getFirst();
        var target = format.orElse(Format.OGG);
        var codec = Codec.usual(target);
        if (codec.isExact()) {
            return Plan.Infeasible.because(
                    "unsuitable-format",
                    "The size of %s cannot be chosen; use ogg, webm, m4a or mp3, or convert the audio.",
                    target);
        }
        if (maxSize.isPresent()) {
            return new SizeLimit(target, codec, given).plan(maxSize.get());
        }
        var kbps = bitrate.map(Integer::doubleValue).orElseGet(() -> kbps(codec, given));
        return switch (EncodingRequest.compact(given, target, codec, kbps).plan(given.sampleRate(), given.channels())) {
            case Plan.Feasible(var encoding)
            when encoding.bytes(given.duration()) >= given.bytes() ->
                Plan.Infeasible.because(
                        "not-smaller",
                        "The audio has %.0f kbps and would not get smaller at %.0f kbps as %s; choose a lower bitrate.",
                        given.bitrate(),
                        kbps,
                        target);
            case Plan plan -> plan;
        };
    }

    /** Of each channel, that with which telephone speech can be followed well, sounds good, and better. */
    private double kbps(Codec codec, AudioMeasures given) {
        var low = codec == Codec.MP3 ? 16 : 12;
        var each = switch (quality.orElse(Quality.MEDIUM)) {
            case LOW -> low;
            case MEDIUM -> low + 8;
            case HIGH, LOSSLESS -> 32;
        };
        var kbps = each * given.channels();
        var rate = Bitrates.richestRate(codec, given.sampleRate(), given.channels(), kbps);
        return Bitrates.of(codec, rate, given.channels()).orElseThrow().nearest(kbps);
    }
}
