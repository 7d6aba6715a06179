package io.tapedeck.analytics.words;

import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/** Words for tests, four a second. */
final class Talk {
    private static final double EACH = 0.25;

    private Talk() {}

    /** The sentences of one participant, one after the other in one breath. */
    static List<Sentence> sentences(String text) {
        return new Sentences(true).of(List.of(stretch(0, text, 0)));
    }

    /** A sentence without marks. */
    static Sentence unmarked(String text) {
        return new Sentence(0, words(text, 0));
    }

    static Stretch stretch(int participant, String text, double start) {
        return new Stretch(participant, words(text, start));
    }

    static List<Word> words(String text, double start) {
        return Spoken.evenly(text, start, EACH);
    }

    /** What a participant says at several times. */
    static List<Word> words(List<String> texts, double... starts) {
        var words = new ArrayList<Word>();
        for (int i = 0; i < starts.length; i++) {
            words.addAll(words(texts.get(i), starts[i]));
        }
        return words;
    }
}
