package io.tapedeck.http.request;

import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.http.Fields;
import java.util.List;
import java.util.Optional;

/** Reads how far audio is to be compressed. */
final class CompressionReader {
    private static final long SMALLEST = 1024;
    private static final long LARGEST = 1L << 53;
    private static final List<Format> SIZEABLE = Format.WRITTEN.stream()
            .filter(format -> !Codec.usual(format).isExact())
            .toList();
    private static final List<String> AIMS = List.of("bitrate", "maxSize", "quality");

    private CompressionReader() {}

    static Compression read(Fields fields) {
        var given = AIMS.stream().filter(fields::has).toList();
        given.stream().skip(1).forEach(aim -> fields.wrong(aim, "cannot be combined with " + given.getFirst()));
        var quality = fields.choice("quality", List.of(Quality.LOW, Quality.MEDIUM, Quality.HIGH));
        return new Compression(
                format(fields),
                ConversionReader.bitrate(fields),
                fields.integer("maxSize", SMALLEST, LARGEST),
                given.isEmpty() ? Optional.of(Quality.MEDIUM) : quality);
    }

    private static Optional<Format> format(Fields fields) {
        var format = fields.choice("format", Format.WRITTEN);
        if (format.filter(wanted -> Codec.usual(wanted).isExact()).isPresent()) {
            fields.wrong("format", "must be a format whose size can be chosen: " + Fields.names(SIZEABLE));
        }
        return format;
    }
}
