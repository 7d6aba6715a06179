package io.tapedeck.recording;

import java.nio.file.Path;

/** Looks into audio and works on it. */
public interface AudioProcessor {
    /**
     * Decodes the file once and says what is in it.
     *
     * @throws AudioProcessingException if the tool itself failed, so that another attempt may succeed
     */
    Measurement measure(Path file);

    /** What became of measuring. */
    sealed interface Measurement {
        /** The file holds sound. */
        record Measured(AudioMeasures measures, Waveform waveform) implements Measurement {}

        /** The file holds none that can be used, and never will. */
        record Unusable(Failure failure) implements Measurement {}
    }
}
