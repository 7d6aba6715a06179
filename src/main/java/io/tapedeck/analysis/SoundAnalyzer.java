package io.tapedeck.analysis;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessingException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Listens to recordings for what analytics need of their sound. */
public interface SoundAnalyzer {
    /**
     * Decodes a recording once.
     *
     * @param folder where files may lie for a while; the caller empties it
     * @param progress is told how far it is, from 0 to 1
     * @throws AudioProcessingException if the tool itself failed or the audio could not be read to its end, so that another
     *     attempt may succeed
     */
    CallSound listen(AudioInput audio, Path folder, DoubleConsumer progress);
}
