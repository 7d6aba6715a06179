package io.tapedeck.remote;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes to be written, as often as it takes.
 *
 * @param length bytes
 * @param source begins to read them, from the first
 */
public record Content(long length, Source source) {
    public Content {
        requireNonNull(source);
    }

    /** Those of a file. */
    public static Content of(Path file) throws IOException {
        return new Content(Files.size(file), () -> Files.newInputStream(file));
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** Where bytes come from. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
