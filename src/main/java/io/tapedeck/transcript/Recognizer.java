package io.tapedeck.transcript;

import java.nio.file.Path;
import java.util.List;

/**
 * An engine that hears one channel while one waits for it, piece by piece. Pieces are independent of each other, so that they
 * may be heard side by side, and what is heard of one may be kept before the next is.
 */
public interface Recognizer {
    /** What it is, for the language that is wished for. */
    Origin origin(Wishes wishes);

    /**
     * The words in a piece, in their order and inside of it.
     *
     * @param wav one channel of 16-bit samples at the rate that the engine wants
     * @param duration of the piece, seconds
     * @throws TranscriptionException if the engine cannot
     * @throws InterruptedException if nobody waits any more; what the engine started has ended then
     */
    List<Word> words(Path wav, double duration, Wishes wishes) throws InterruptedException;
}
