package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;

/**
 * Audio that a task works on.
 *
 * @param measures what was found in it when it came in
 * @param content its bytes, which may be read more than once
 */
public record AudioInput(AudioMeasures measures, Content content) {
    public AudioInput {
        requireNonNull(measures);
        requireNonNull(content);
    }

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Content {
        /** Begins to read them; the reader closes. */
        InputStream open() throws IOException;
    }
}
