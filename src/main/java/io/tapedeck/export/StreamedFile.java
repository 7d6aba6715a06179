package io.tapedeck.export;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.AudioInput.Content;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * A file that is too large for memory, and so is read twice: to know it, and to pack it.
 *
 * @param name in its folder
 */
record StreamedFile(String name, Fingerprint fingerprint, Content content) {
    StreamedFile {
        requireNonNull(name);
        requireNonNull(fingerprint);
        requireNonNull(content);
    }

    /**
     * Reads it a first time.
     *
     * @param progress is told how many bytes were read so far
     */
    static StreamedFile read(String name, Content content, LongConsumer progress) throws IOException {
        try (var bytes = content.open()) {
            return new StreamedFile(name, Fingerprint.of(bytes, progress), content);
        }
    }
}
