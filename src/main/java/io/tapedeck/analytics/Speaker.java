package io.tapedeck.analytics;

import io.tapedeck.analytics.speech.Speech;
import io.tapedeck.transcript.Word;
import java.util.List;

/** A participant, when this one speaks, and what is said. */
record Speaker(Participant participant, Speech speech, List<Word> words) {
    Speaker {
        words = List.copyOf(words);
    }
}
