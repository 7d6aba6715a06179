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

    /** Bytes; with less there is no more than a vocabulary, which whisper.cpp takes for a model all the same. */
    private static final int SMALLEST = 1 << 20;

    /**
     * A model; empty if there is none.
     *
     * @param place the file, or the folder in which it is
     */
    public static Optional<WhisperModel> in(Path place) {
        try {
            if (!Files.isDirectory(place)) {
                return read(place);
            }
            try (var files = Files.list(place)) {
                return files.sorted().filter(Files::isRegularFile).findFirst().flatMap(WhisperModel::in);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<WhisperModel> read(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var size = Files.size(file);
            var header = ByteBuffer.wrap(stream.readNBytes(2 * Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
            return size > SMALLEST && header.getInt() == MAGIC
                    ? Optional.of(new WhisperModel(file, size, header.getInt() <= ENGLISH_VOCABULARY))
                    : Optional.empty();
        }
    }

    /** The file's name without its extension, such as {@code ggml-base.en-q5_1}. */
    public String name() {
        return file.getFileName().toString().replaceFirst("\\.bin$", "");
    }
}
