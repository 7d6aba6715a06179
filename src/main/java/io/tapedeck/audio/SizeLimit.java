package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** How audio is coded to fit a number of bytes. */
record SizeLimit(Format format, Codec codec, AudioMeasures given) {
    SizeLimit {
        requireNonNull(format);
        requireNonNull(codec);
        requireNonNull(given);
    }

    /** Part of the limit that is aimed at, since not all codecs keep to a bitrate to the bit. */
    private static final double AIM = 0.97;

    private static final double ENOUGH = 0.8;
    private static final int HALVINGS = 30;

    Plan plan(long bytes) {
        var least = with(0);
        if (size(least) > bytes) {
            return Plan.Infeasible.because(
                    "too-small",
                    "As %s, this audio needs at least %.0f bytes; raise maxSize to that or more.",
                    format,
                    Math.ceil(size(least)));
        }
        var best = largest(AIM * bytes);
        var step = with(range(best).floor(best.bitrate().orElseThrow()));
        return new Plan.Feasible(size(step) >= ENOUGH * bytes || size(best) < ENOUGH * bytes ? step : best);
    }

    /** By halving: the size grows with the bitrate. */
    private Encoding largest(double bytes) {
        var low = 0.0;
        var high = given.bitrate() + 1000;
        for (int i = 0; i < HALVINGS; i++) {
            var middle = (low + high) / 2;
            if (size(with(middle)) <= bytes) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return with(low);
    }

    private Encoding with(double kbps) {
        var rate = Bitrates.richestRate(codec, given.sampleRate(), given.channels(), kbps);
        var range = Bitrates.of(codec, rate, given.channels()).orElseThrow();
        var possible = Math.clamp(kbps, range.least(), range.most());
        return new Encoding(format, codec, rate, given.channels(), Optional.of(possible));
    }

    private Bitrates range(Encoding encoding) {
        return Bitrates.of(codec, encoding.sampleRate(), encoding.channels()).orElseThrow();
    }

    private double size(Encoding encoding) {
        return encoding.bytes(given.duration());
    }
}
