package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.problem.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** Looks into audio and works on it. */
public interface AudioProcessor {
    /**
     * Decodes the file once and says what is in it.
     *
     * @param raw how to take a file that does not say itself what it is
     * @throws AudioProcessingException if the tool itself failed, so that another attempt may succeed
     */
    Measurement measure(Path file, Optional<RawFormat> raw);

    /** The same for a file that must say itself what it is. */
    default Measurement measure(Path file) {
        return measure(file, Optional.empty());
    }

    /**
     * Makes new audio.
     *
     * @param encoding what the task's plan says for these inputs
     * @param inputs one, or for a merge each in its order
     * @param folder where the result is put and other files may lie for a while; the caller empties it
     * @param progress is told how far the work is, from 0 to 1
     * @throws AudioProcessingException if the tool itself failed or the input could not be read to its end, so that
     *     another attempt may succeed
     */
    Production produce(
            AudioTask task, Encoding encoding, List<AudioInput> inputs, Path folder, DoubleConsumer progress);

    /**
     * Takes something out of audio, so that nobody can hear it any more, and proves that it is gone: a result in which
     * something can be heard where nothing is to be is impossible, for the reason {@code redaction-not-proven}.
     *
     * @param encoding what the masking's plan says for the input
     * @param folder where the result is put and other files may lie for a while; the caller empties it
     * @param progress is told how far the work is, from 0 to 1
     * @throws AudioProcessingException if the tool itself failed or the input could not be read to its end, so that
     *     another attempt may succeed
     */
    Production mask(Masking masking, Encoding encoding, AudioInput input, Path folder, DoubleConsumer progress);

    /** What became of making new audio. */
    sealed interface Production {
        /**
         * It is there, and was read back.
         *
         * @param treatments what was done to the sound, beyond what had been done before
         */
        record Produced(
                Path file, AudioMeasures measures, Waveform waveform, Set<Treatment> treatments, AudioResult result)
                implements Production {
            public Produced {
                requireNonNull(file);
                requireNonNull(measures);
                requireNonNull(waveform);
                requireNonNull(treatments);
                requireNonNull(result);
            }
        }

        /** There was nothing to be gained: the audio is better left as it is, for the reasons that the result notes. */
        record Unchanged(AudioResult result) implements Production {
            public Unchanged {
                requireNonNull(result);
            }
        }

        /** The task cannot be done on this audio, whatever is tried. */
        record Impossible(Failure failure) implements Production {
            public Impossible {
                requireNonNull(failure);
            }
        }
    }

    /** What became of measuring. */
    sealed interface Measurement {
        /** The file holds sound. */
        record Measured(AudioMeasures measures, Waveform waveform) implements Measurement {
            public Measured {
                requireNonNull(measures);
                requireNonNull(waveform);
            }
        }

        /** The file holds none that can be used, and never will. */
        record Unusable(Failure failure) implements Measurement {
            public Unusable {
                requireNonNull(failure);
            }
        }
    }
}
