package io.tapedeck.transcript.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses documents. */
final class Gzip {
    static final String MEDIA_TYPE = "application/gzip";

    private Gzip() {}

    static byte[] compressed(byte[] document) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(document);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was compressed here. */
    static byte[] restored(byte[] document) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(document))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
