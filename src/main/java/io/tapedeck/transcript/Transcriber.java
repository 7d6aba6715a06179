package io.tapedeck.transcript;

import io.tapedeck.problem.Failure;
import java.time.Duration;

/** Hears whole recordings: at once, or elsewhere while nobody waits, to be asked again later. */
public interface Transcriber {
    /**
     * Begins with a recording. Beginning twice under one name is as good as once.
     *
     * @param name of the task, by which it is known wherever it is done
     */
    Answer begin(String name, Recorded recording, Wishes wishes);

    /**
     * Asks after what was handed on. May be asked again and again, also once it is done.
     *
     * @param ticket that was given for it
     */
    Answer ask(String ticket, Recorded recording);

    /**
     * What there is to hear.
     *
     * @param object key of the audio in the store
     * @param duration seconds
     */
    record Recorded(String object, int channels, double duration) {}

    /** How far a recording is. */
    sealed interface Answer {
        /** All is heard. */
        record Done(Transcript transcript) implements Answer {}

        /**
         * Somebody else is at it.
         *
         * @param ticket to ask with
         * @param after how long to ask again if nobody tells before
         */
        record Handed(String ticket, Duration after) implements Answer {}

        /** Nobody will hear it, however often one asks. */
        record Failed(Failure failure) implements Answer {}
    }
}
