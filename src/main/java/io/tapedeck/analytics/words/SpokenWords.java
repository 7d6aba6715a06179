package io.tapedeck.analytics.words;

import static java.util.Objects.requireNonNull;

import io.tapedeck.analytics.speech.Spread;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one participant says.
 *
 * @param words how many
 * @param wordsPerMinute of one's own speaking time; empty of one who does not speak
 * @param pace its slow and its fast end; empty of one who speaks less than 15 s
 * @param questions by their mark, or by the order of English words; empty where neither is to be had
 * @param fillers empty unless in English
 * @param fillersPerMinute of one's own speaking time; empty unless in English, and of one who does not speak
 * @param patience seconds from the end of one's own question until anybody speaks; empty without one
 * @param sentiment empty of one who says nothing, and unless in English or of an engine outside
 */
public record SpokenWords(
        int words,
        OptionalDouble wordsPerMinute,
        Optional<Pace> pace,
        OptionalInt questions,
        OptionalInt fillers,
        OptionalDouble fillersPerMinute,
        Optional<Spread> patience,
        Optional<Mood> sentiment) {
    public SpokenWords {
        requireNonNull(wordsPerMinute);
        requireNonNull(pace);
        requireNonNull(questions);
        requireNonNull(fillers);
        requireNonNull(fillersPerMinute);
        requireNonNull(patience);
        requireNonNull(sentiment);
    }
}
