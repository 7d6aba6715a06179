package io.tapedeck.transcript;

import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An engine that hears one channel while one waits for it, piece by piece. Pieces are independent of each other, so that they
 * may be heard side by side, and what is heard of one may be kept before the next is.
 */
public interface Recognizer {
    /** Hz of what it hears. */
    int SAMPLE_RATE = 16_000;

    /** What it is, for what is asked of it. */
    Origin origin(Transcription request);

    /** Why it cannot do what is asked, whatever the audio; empty where it can. */
    Optional<Failure> refusal(Transcription request);

    /**
     * The words in a piece, in their order and inside of it.
     *
     * @param wav one channel of 16-bit samples at 16 kHz
     * @param duration of the piece, seconds
     * @throws TemporaryFailureException if the engine could not this time
     * @throws InterruptedException if nobody waits any more; what the engine started has ended then
     */
    List<Word> words(Path wav, double duration, Transcription request) throws InterruptedException;
}
