package io.tapedeck.transcript;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessingException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Takes recordings apart into what engines hear. */
public interface SpeechAudio {
    /**
     * Decodes a recording once. Of channels that carry the same sound the first stands for all.
     *
     * @param folder where the channels' files are put and others may lie; the caller empties it
     * @param progress is told how far it is, from 0 to 1
     * @return in their order; as long as the recording, to a sample or two
     * @throws AudioProcessingException if the tool itself failed or the audio could not be read to its end, so that another
     *     attempt may succeed
     */
    List<SpokenChannel> channels(AudioInput audio, Path folder, DoubleConsumer progress);
}
