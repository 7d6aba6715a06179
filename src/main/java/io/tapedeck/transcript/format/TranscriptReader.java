package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.Transcript;

/** Reads transcripts of one kind. */
@FunctionalInterface
interface TranscriptReader {
    /**
     * The transcript in a document.
     *
     * @param duration of the recording, seconds
     * @throws ProblemException invalid-request with the place of what is wrong and what would be right
     */
    Transcript read(byte[] document, double duration);
}
