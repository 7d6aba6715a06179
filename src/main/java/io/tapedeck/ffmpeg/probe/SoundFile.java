package io.tapedeck.ffmpeg.probe;

import io.tapedeck.container.Container;
import io.tapedeck.container.WavFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file whose container is known.
 *
 * @param wav where the sound of a WAV file lies, if it has any; absent for other containers
 */
public record SoundFile(Path path, Container container, Optional<WavFile> wav) {
    /** Reads what there is to know of a WAV file beside its sound. */
    public static SoundFile of(Path path, Container container) throws IOException {
        return new SoundFile(path, container, container == Container.WAV ? WavFile.of(path) : Optional.empty());
    }

    /** A WAV file whose sound ffmpeg does not find by itself. */
    Optional<WavFile> oddWav() {
        return wav.filter(found -> !found.isPlain());
    }
}
