package io.tapedeck.transcript;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.DoubleConsumer;

/** Writes down what is said in audio: while one waits, or elsewhere, to be asked again later. */
public interface Transcriber {
    /**
     * Begins with the audio, or goes on with what was begun for the same job.
     *
     * @param folder where files may lie meanwhile; the caller empties it
     * @param progress is told how far the work is, from 0 to 1
     * @throws TemporaryFailureException if it may go well another time
     */
    Answer transcribe(SpeechSource source, Transcription request, Path folder, DoubleConsumer progress);

    /** How far it is. */
    sealed interface Answer {
        /** All is written down. */
        record Done(Transcript transcript) implements Answer {
            public Done {
                requireNonNull(transcript);
            }
        }

        /**
         * Somebody else is at it.
         *
         * @param after how long to ask again if nobody tells before
         */
        record Handed(Duration after) implements Answer {
            public Handed {
                requireNonNull(after);
            }
        }

        /** Time is up; what is done is kept, and whoever asks next goes on from there. */
        record Unfinished() implements Answer {}

        /** It cannot be done, however often one asks. */
        record Failed(Failure failure) implements Answer {
            public Failed {
                requireNonNull(failure);
            }
        }
    }
}
