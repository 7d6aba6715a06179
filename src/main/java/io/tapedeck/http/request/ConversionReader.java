package io.tapedeck.http.request;

import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Format;
import io.tapedeck.http.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what audio is to be converted to. */
final class ConversionReader {
    private static final List<Codec> CODECS =
            Arrays.stream(Codec.values()).filter(Codec.ON_OFFER::contains).toList();
    private static final List<Integer> SAMPLE_RATES =
            List.of(8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);
    private static final int LOWEST_BITRATE = 6;
    private static final int HIGHEST_BITRATE = 320;

    private ConversionReader() {}

    static Conversion read(Fields fields) {
        var format = fields.required("format", fields.choice("format", Format.WRITTEN));
        var codec = fields.choice("codec", CODECS);
        var sampleRate = fields.choice("sampleRate", SAMPLE_RATES);
        var bitrate = bitrate(fields);
        format.map(given -> codec.orElse(Codec.usual(given))).ifPresent(wanted -> {
            checkFormat(fields, wanted, format.get());
            checkRates(fields, wanted, sampleRate, bitrate);
        });
        return new Conversion(
                format.orElse(Format.WAV), codec, sampleRate, bitrate, fields.choice("channels", List.of(1, 2)));
    }

    /** In kbps of all channels together. */
    static Optional<Integer> bitrate(Fields fields) {
        return fields.integer("bitrate", LOWEST_BITRATE, HIGHEST_BITRATE).map(Long::intValue);
    }

    private static void checkFormat(Fields fields, Codec codec, Format format) {
        if (!codec.formats().contains(format)) {
            var fitting = Fields.names(Codec.onOffer(format));
            fields.wrong("codec", codec + " cannot be written to " + format + ", which can hold " + fitting);
        }
    }

    private static void checkRates(
            Fields fields, Codec codec, Optional<Integer> sampleRate, Optional<Integer> bitrate) {
        if (sampleRate.filter(rate -> !codec.allows(rate)).isPresent()) {
            fields.wrong(
                    "sampleRate",
                    "is not supported by " + codec + ", which supports " + Fields.names(codec.sampleRates()));
        }
        if (bitrate.isPresent() && codec.isExact()) {
            fields.wrong("bitrate", "cannot be chosen for " + codec);
        }
    }
}
