package io.tapedeck.transcript.pieces;

import io.tapedeck.audio.Transcription;
import io.tapedeck.transcript.PieceStore;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.SpeechSource;
import io.tapedeck.transcript.Word;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds out what is said in a piece, and keeps it at once, unless a worker before has kept it.
 *
 * @param folder where files may lie meanwhile
 */
record PieceHearing(Recognizer recognizer, PieceStore store, SpeechSource source, Transcription request, Path folder) {
    /**
     * What is said in a piece.
     *
     * @param words whose times begin with the piece
     * @param isNew whether it was heard now
     */
    record Heard(Piece piece, List<Word> words, boolean isNew) {}

    /** @throws InterruptedException if nobody waits any more */
    Heard hear(Piece piece) throws InterruptedException {
        var channel = piece.channel().number();
        var kept = store.find(source, channel, piece.range());
        if (kept.isPresent()) {
            return new Heard(piece, kept.get(), false);
        }
        var words = recognized(piece);
        store.put(source, channel, piece.range(), words);
        return new Heard(piece, words, true);
    }

    private List<Word> recognized(Piece piece) throws InterruptedException {
        try (var file = PieceFile.of(piece, folder)) {
            return recognizer.words(file.wav(), piece.length(), request);
        }
    }
}
