package io.tapedeck.http.request;

import io.tapedeck.audio.RawFormat;
import io.tapedeck.audio.RawFormat.Coding;
import io.tapedeck.http.Fields;
import java.util.List;
import java.util.Optional;

/** Reads how sound without a header is coded. */
final class RawFormatReader {
    private static final int ONE = 1;

    private RawFormatReader() {}

    /** The property rawFormat; absent where it is missing or names no codec. */
    static Optional<RawFormat> read(Fields fields) {
        return fields.object("rawFormat").flatMap(RawFormatReader::format);
    }

    private static Optional<RawFormat> format(Fields fields) {
        var codec = fields.required("codec", fields.choice("codec", List.of(Coding.values())));
        var sampleRate = fields.integer("sampleRate", RawFormat.LOWEST_RATE, RawFormat.HIGHEST_RATE);
        var channels = fields.integer("channels", ONE, RawFormat.MOST_CHANNELS);
        fields.done();
        codec.filter(Coding::isFixed).ifPresent(fixed -> {
            checkFixed(fields, fixed, "sampleRate", sampleRate, fixed.usualRate());
            checkFixed(fields, fixed, "channels", channels, ONE);
        });
        return codec.map(coding -> new RawFormat(
                coding,
                sampleRate.map(Long::intValue).orElse(coding.usualRate()),
                channels.map(Long::intValue).orElse(ONE)));
    }

    private static void checkFixed(Fields fields, Coding codec, String name, Optional<Long> given, long only) {
        if (given.filter(value -> value != only).isPresent()) {
            fields.wrong(name, "must be " + only + " for " + codec);
        }
    }
}
