package io.tapedeck.analytics.words;

import io.tapedeck.analytics.speech.Span;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one participant says without a gap of more than 1.5 s, whatever others say meanwhile.
 *
 * @param words in the order of their starts
 */
record Stretch(int participant, List<Word> words) {
    private static final long LONGEST_GAP = 1500;

    Stretch {
        words = List.copyOf(words);
    }

    /** Of the words of each participant, in the order of their starts. */
    static List<Stretch> of(List<List<Word>> participants) {
        return IntStream.range(0, participants.size())
                .boxed()
                .flatMap(i -> of(i, participants.get(i)).stream())
                .sorted(Comparator.comparingDouble(Stretch::start))
                .toList();
    }

    private static List<Stretch> of(int participant, List<Word> said) {
        var words =
                said.stream().sorted(Comparator.comparingDouble(Word::start)).toList();
        var stretches = new ArrayList<Stretch>();
        var first = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || gap(words.get(i - 1), words.get(i)) > LONGEST_GAP) {
                stretches.add(new Stretch(participant, words.subList(first, i)));
                first = i;
            }
        }
        return stretches;
    }

    /** Milliseconds between two words; negative where they overlap. */
    static long gap(Word word, Word next) {
        return Span.milliseconds(next.start()) - Span.milliseconds(word.end());
    }

    double start() {
        return words.getFirst().start();
    }
}
