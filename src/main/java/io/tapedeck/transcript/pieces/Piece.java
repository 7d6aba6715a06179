package io.tapedeck.transcript.pieces;

import io.tapedeck.audio.Range;
import io.tapedeck.transcript.SpeechPieces;
import io.tapedeck.transcript.SpokenChannel;
import io.tapedeck.transcript.Word;
import java.util.List;

/**
 * A stretch of a channel that an engine hears by itself.
 *
 * @param range of the channel
 */
record Piece(SpokenChannel channel, Range range) {
    /**
     * Seconds. Two of the half minutes that Whisper hears at a time, so that little is spent on starting it and on what it hears
     * beyond a piece's end, a call of some minutes has enough pieces for all cores, and no more than a minute is heard again when
     * a worker is killed.
     */
    private static final double LONGEST = 60;

    /**
     * All of a channel in which somebody speaks, in their order; always the same ones for the same sound.
     *
     * @param duration of the recording, seconds
     */
    static List<Piece> of(SpokenChannel channel, double duration) {
        return SpeechPieces.of(channel.voice(), duration, LONGEST).stream()
                .map(range -> new Piece(channel, range))
                .toList();
    }

    /** Seconds. */
    double length() {
        return range.length();
    }

    /**
     * Words whose times begin with the piece, at those of the recording.
     *
     * @param duration of the recording, seconds
     */
    List<Word> moved(List<Word> words, double duration) {
        return words.stream()
                .map(word -> word.at(
                        Math.min(word.start() + range.start(), duration),
                        Math.min(word.end() + range.start(), duration)))
                .toList();
    }
}
