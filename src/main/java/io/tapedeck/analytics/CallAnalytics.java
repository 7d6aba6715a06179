package io.tapedeck.analytics;

import static java.util.Objects.requireNonNull;

import io.tapedeck.analytics.speech.Timing;
import io.tapedeck.analytics.words.Wording;
import io.tapedeck.audio.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a call comes to.
 *
 * @param duration seconds
 * @param participants whose places in this list the figures name them by
 * @param timing what follows from when each one speaks
 * @param talkToListenRatio speakingTime of the side that serves (agents and assistants) over that of all others; empty where one
 *     of the two does not speak or is not known
 * @param longestCustomerStory the longest monologue of a customer; empty where none is known or speaks
 * @param hold stretches that are neither speech nor silence
 * @param keypad when keys are pressed; which ones may be personal
 * @param audio what is good and bad about the sound
 * @param wording what needs words; empty without a transcript
 */
public record CallAnalytics(
        double duration,
        Basis basis,
        Confidence confidence,
        List<Participant> participants,
        Timing timing,
        OptionalDouble talkToListenRatio,
        Optional<Range> longestCustomerStory,
        List<Range> hold,
        List<Range> keypad,
        AudioQuality audio,
        Optional<Wording> wording) {
    public CallAnalytics {
        requireNonNull(basis);
        requireNonNull(confidence);
        participants = List.copyOf(participants);
        requireNonNull(timing);
        requireNonNull(talkToListenRatio);
        requireNonNull(longestCustomerStory);
        hold = List.copyOf(hold);
        keypad = List.copyOf(keypad);
        requireNonNull(audio);
        requireNonNull(wording);
    }
}
