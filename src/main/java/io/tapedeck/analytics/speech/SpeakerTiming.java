package io.tapedeck.analytics.speech;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Range;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When one participant speaks.
 *
 * @param speakingTime seconds: the length of the union of all that is said
 * @param shareOfCall speakingTime over the duration
 * @param shareOfSpeech speakingTime over the sum of all participants'; empty where nobody speaks
 * @param turns speech with inner gaps up to 1.5 s; back-channels are none
 * @param longestMonologue a turn, or the part of it in whose gaps nobody else takes one; empty without a turn
 * @param interruptions by this participant
 * @param successfulInterruptions those of them after which the other stops within 2 s
 * @param backChannels by this participant: under 1 s of speech during or at the edge of another's turn
 * @param responseTime seconds from the end of the other's turn to the start of the own, 0 where they overlap; empty without one
 */
public record SpeakerTiming(
        double speakingTime,
        double shareOfCall,
        OptionalDouble shareOfSpeech,
        int turns,
        Optional<Range> longestMonologue,
        int interruptions,
        int successfulInterruptions,
        int backChannels,
        Optional<Spread> responseTime) {
    public SpeakerTiming {
        requireNonNull(shareOfSpeech);
        requireNonNull(longestMonologue);
        requireNonNull(responseTime);
    }
}
