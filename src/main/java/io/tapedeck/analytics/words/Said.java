package io.tapedeck.analytics.words;

import static java.util.Objects.requireNonNull;

import io.tapedeck.analytics.speech.Speech;
import io.tapedeck.transcript.Word;
import java.util.List;

/**
 * What is said in a call.
 *
 * @param words of each participant
 * @param speech of each participant
 * @param hold when nobody is there to speak
 * @param duration of the call, seconds
 * @param english whether it is said in English, as far as anybody knows
 */
public record Said(List<List<Word>> words, List<Speech> speech, Speech hold, double duration, boolean english) {
    public Said {
        words = words.stream().map(List::copyOf).toList();
        speech = List.copyOf(speech);
        requireNonNull(hold);
    }
}
