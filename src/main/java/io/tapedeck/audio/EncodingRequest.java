package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How audio is wanted to be written. What is absent stays as it is, or becomes what is usual.
 *
 * @param sampleRate Hz
 * @param bitrate kbps of all channels together
 */
record EncodingRequest(
        Format format,
        Codec codec,
        Optional<Integer> sampleRate,
        Optional<Integer> channels,
        Optional<Double> bitrate) {
    EncodingRequest {
        requireNonNull(format);
        requireNonNull(codec);
        requireNonNull(sampleRate);
        requireNonNull(channels);
        requireNonNull(bitrate);
    }

    /** As the given audio is written, with about the same bitrate. */
    static EncodingRequest likeness(AudioMeasures given) {
        return like(given, format(given), given.sampleRate(), given.channels());
    }

    /** The format that follows on the given audio's: its own, if that is written and can hold what follows on its codec. */
    static Format format(AudioMeasures given) {
        var fitting = codec(given).formats();
        return fitting.contains(given.format()) ? given.format() : fitting.getFirst();
    }

    /** In this format: in the codec of the given audio if it is of that format, with about the same bitrate a channel. */
    static EncodingRequest like(AudioMeasures given, Format format, int sampleRate, int channels) {
        var isAlike = format == format(given);
        var codec = isAlike ? codec(given) : Codec.usual(format);
        var kbps = Bitrates.of(codec, codec.nearestRate(sampleRate, channels), channels)
                .map(range -> isAlike ? range.nearest(given.bitrate() / given.channels() * channels) : range.usual());
        return new EncodingRequest(format, codec, Optional.empty(), Optional.of(channels), kbps);
    }

    /** With so low a bitrate that the sample rate may have to sink for it. */
    static EncodingRequest compact(AudioMeasures given, Format format, Codec codec, double kbps) {
        var rate = Bitrates.richestRate(codec, given.sampleRate(), given.channels(), kbps);
        return new EncodingRequest(format, codec, Optional.of(rate), Optional.empty(), Optional.of(kbps));
    }

    private static Codec codec(AudioMeasures given) {
        return Codec.successor(given.codec());
    }

    /**
     * What it comes to.
     *
     * @param givenRate Hz of the audio
     * @param givenChannels of the audio
     */
    Plan plan(int givenRate, int givenChannels) {
        var count = channels.orElse(givenChannels);
        if (!codec.formats().contains(format)) {
            return refuse(
                    "unsuitable-codec",
                    "%s cannot be written to %s, only to %s; %s can hold %s.",
                    codec,
                    format,
                    either(codec.formats()),
                    format,
                    either(Codec.onOffer(format)));
        }
        if (count > codec.mostChannels()) {
            return refuse(
                    "unsuitable-channels",
                    "%s holds at most %d channels, and there are %d; choose fewer channels or another format.",
                    codec,
                    codec.mostChannels(),
                    count);
        }
        var rates = codec.sampleRates(count);
        if (sampleRate.isPresent() && !rates.isEmpty() && !rates.contains(sampleRate.get())) {
            return refuse(
                    "unsuitable-sample-rate",
                    "%s with %s does not support a sample rate of %d Hz; choose %s Hz.",
                    codec,
                    channels(count),
                    sampleRate.get(),
                    either(rates));
        }
        return coded(sampleRate.orElse(codec.nearestRate(givenRate, count)), count);
    }

    private Plan coded(int rate, int count) {
        var range = Bitrates.of(codec, rate, count);
        if (range.isEmpty() && bitrate.isPresent()) {
            return refuse("unsuitable-bitrate", "The bitrate of %s cannot be chosen; leave bitrate out.", codec);
        }
        if (range.isPresent() && bitrate.isPresent() && !range.get().allow(bitrate.get())) {
            return refuse(
                    "unsuitable-bitrate",
                    "%s with %s at %d Hz does not support %.0f kbps; choose %s kbps.",
                    codec,
                    channels(count),
                    rate,
                    bitrate.get(),
                    range.get());
        }
        return new Plan.Feasible(
                new Encoding(format, codec, rate, count, bitrate.or(() -> range.map(Bitrates::usual))));
    }

    private static String channels(int count) {
        return count == 1 ? "1 channel" : count + " channels";
    }

    private static Plan refuse(String code, String message, Object... values) {
        return Plan.Infeasible.because(code, message, values);
    }

    private static String either(List<?> names) {
        var all = names.stream().map(String::valueOf).collect(Collectors.joining(", "));
        var last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }
}
