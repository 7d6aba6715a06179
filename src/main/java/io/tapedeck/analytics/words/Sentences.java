package io.tapedeck.analytics.words;

import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts what is said into sentences: behind marks that end one, or where nobody wrote marks, at pauses of 0.6 s and after 40
 * words; and wherever the same participant goes on after more than 1.5 s only.
 */
final class Sentences {
    private static final long PAUSE = 600;
    private static final int LONGEST = 40;

    private final boolean marked;

    /** @param marked whether there are marks to go by */
    Sentences(boolean marked) {
        this.marked = marked;
    }

    /** In the order of their starts. */
    List<Sentence> of(List<Stretch> stretches) {
        return stretches.stream()
                .flatMap(stretch -> of(stretch).stream())
                .sorted(Comparator.comparingDouble(Sentence::start))
                .toList();
    }

    private List<Sentence> of(Stretch stretch) {
        var words = stretch.words();
        var sentences = new ArrayList<Sentence>();
        var first = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || isEnd(words.get(i - 1), words.get(i), i - first)) {
                sentences.add(new Sentence(stretch.participant(), words.subList(first, i)));
                first = i;
            }
        }
        return sentences;
    }

    private boolean isEnd(Word last, Word next, int length) {
        return marked ? Marks.endsSentence(last) : length == LONGEST || Stretch.gap(last, next) >= PAUSE;
    }
}
