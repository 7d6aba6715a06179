package io.tapedeck.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.audio.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeechPiecesTest {
    @Test
    void whatIsSaidWithShortPausesIsOnePiece() {
        assertThat(pieces(60, 30, new Range(2, 5), new Range(6, 9))).containsExactly(new Range(1.7, 9.3));
    }

    @Test
    void whatIsSaidBeforeAndAfterTheOthersTurnIsOnePiece() {
        assertThat(pieces(60, 30, new Range(2, 5), new Range(14, 20))).containsExactly(new Range(1.7, 20.3));
    }

    @Test
    void longSilenceIsLeftOut() {
        assertThat(pieces(60, 30, new Range(2, 5), new Range(20, 29)))
                .containsExactly(new Range(1.7, 5.3), new Range(19.7, 29.3));
    }

    @Test
    void piecesAreCutInPauses() {
        assertThat(pieces(60, 10, new Range(0, 6), new Range(6.4, 12)))
                .containsExactly(new Range(0, 6.2), new Range(6.2, 12.3));
    }

    @Test
    void whoNeverPausesIsCutAllTheSame() {
        var pieces = pieces(100, 30, new Range(0, 100));
        assertThat(pieces).extracting(Range::start).containsExactly(0.0, 30.0, 60.0, 90.0);
        assertThat(pieces.getLast().end()).isEqualTo(100);
    }

    @Test
    void whereNobodySpeaksThereIsNothingToHear() {
        assertThat(pieces(60, 30)).isEmpty();
    }

    @Test
    void allSpeechIsInAPieceAndNoPieceIsTooLong() {
        var random = new Random(3);
        var speech = new ArrayList<Range>();
        for (var time = 0.5; time < 3000; ) {
            var end = time + 0.2 + 20 * random.nextDouble();
            speech.add(new Range(time, end));
            time = end + 0.31 + 4 * random.nextDouble() * random.nextDouble();
        }
        var pieces = pieces(speech.getLast().end(), 30, speech.toArray(Range[]::new));
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.length()).isBetween(0.2, 30.0));
        var voice = new VoiceRanges(speech);
        var heard = pieces.stream()
                .mapToDouble(piece -> voice.share(piece.start(), piece.end()) * piece.length())
                .sum();
        assertThat(heard).isCloseTo(speech.stream().mapToDouble(Range::length).sum(), within(1e-6));
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).start())
                    .isGreaterThanOrEqualTo(pieces.get(i - 1).end());
        }
    }

    private static List<Range> pieces(double duration, double longest, Range... speech) {
        return SpeechPieces.of(new VoiceRanges(List.of(speech)), duration, longest);
    }
}
