package io.tapedeck.transcript;

import io.tapedeck.audio.Range;
import java.util.List;
import java.util.Optional;

/** Where the words of pieces are kept as they are heard, so that the next worker need not hear them again. */
public interface PieceStore {
    /** Keeps the words of a piece of a channel, whose times begin with the piece. */
    void put(SpeechSource source, int channel, Range piece, List<Word> words);

    /** The words of a piece; empty if nobody has heard it yet. */
    Optional<List<Word>> find(SpeechSource source, int channel, Range piece);
}
