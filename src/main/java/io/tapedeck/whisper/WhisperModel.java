package io.tapedeck.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What whisper.cpp listens with.
 *
 * @param file in the ggml format
 * @param size bytes of the file
 * @param isEnglish whether it knows no other language
 */
public record WhisperModel(Path file, long size, boolean isEnglish) {
    private static final int MAGIC = 0x67676d6c;
    /** Tokens that a model for one language has; one for many has more. */
    private static final int ENGLISH_VOCABULARY = 51_864;

    private static final int SMALLEST = 1024;

    /** The model in a file; empty if there is none in it, or no file. */
    public static Optional<WhisperModel> in(Path file) {
        try (var stream = Files.newInputStream(file)) {
            var size = Files.size(file);
            var header = ByteBuffer.wrap(stream.readNBytes(2 * Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
            return size > SMALLEST && header.getInt() == MAGIC
                    ? Optional.of(new WhisperModel(file, size, header.getInt() <= ENGLISH_VOCABULARY))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The file's name without its extension, such as {@code ggml-base.en-q5_1}. */
    public String name() {
        return file.getFileName().toString().replaceFirst("\\.bin$", "");
    }
}
