package io.tapedeck.analytics.speech;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The figures of a call that follow from when each one speaks.
 *
 * @param speakers in the order in which they were given
 * @param firstResponse seconds from the end of the turn before to the first that answers another's, 0 where they overlap; empty
 *     where nobody answers
 * @param interruptions in the order of their times
 */
public record Timing(
        List<SpeakerTiming> speakers,
        Switches switches,
        OptionalDouble firstResponse,
        Silence silence,
        Overlap overlap,
        List<Interruption> interruptions) {
    public Timing {
        speakers = List.copyOf(speakers);
        requireNonNull(switches);
        requireNonNull(firstResponse);
        requireNonNull(silence);
        requireNonNull(overlap);
        interruptions = List.copyOf(interruptions);
    }

    /**
     * Of a call.
     *
     * @param speech of each speaker, within the call and apart from hold
     * @param hold when nobody is there to speak
     * @param duration milliseconds
     * @param threshold from which silence is dead air, milliseconds
     */
    public static Timing of(List<Speech> speech, Speech hold, long duration, long threshold) {
        var anybody = Speech.anyOf(speech);
        var floor = Floor.of(speech);
        var responses = Responses.of(floor, new SpeakingClock(hold));
        return new Timing(
                speakers(speech, duration, floor, responses),
                Switches.of(floor.switches(), duration, anybody.total()),
                responses.delays().stream()
                        .mapToDouble(response -> Span.seconds(response.delay()))
                        .findFirst(),
                Silence.of(anybody, hold, duration, threshold),
                Overlap.of(speech, anybody, duration),
                floor.interruptions());
    }

    private static List<SpeakerTiming> speakers(List<Speech> speech, long duration, Floor floor, Responses responses) {
        var figures = new SpeakerFigures(floor, responses);
        var sum = speech.stream().mapToLong(Speech::total).sum();
        return IntStream.range(0, speech.size())
                .mapToObj(i -> figures.of(i, speech.get(i).total(), duration, sum))
                .toList();
    }
}
