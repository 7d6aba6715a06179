package io.tapedeck.analytics.speech;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tapedeck.analytics.speech.Responses.Response;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What happens in a call, sorted by who does it. */
final class SpeakerFigures {
    private final Floor floor;
    private final Map<Integer, List<Turn>> turns;
    private final Map<Integer, List<Turn>> backChannels;
    private final Map<Integer, List<Interruption>> interruptions;
    private final Map<Integer, List<Long>> delays;

    SpeakerFigures(Floor floor, Responses responses) {
        this.floor = floor;
        turns = floor.turns().stream().collect(groupingBy(Turn::speaker));
        backChannels = floor.backChannels().stream().collect(groupingBy(Turn::speaker));
        interruptions = floor.interruptions().stream().collect(groupingBy(Interruption::by));
        delays = responses.delays().stream().collect(groupingBy(Response::speaker, mapping(Response::delay, toList())));
    }

    /** Of one who speaks for so many milliseconds, of a call and of all that is said. */
    SpeakerTiming of(int speaker, long spoken, long duration, long all) {
        var own = turns.getOrDefault(speaker, List.of());
        var cuts = interruptions.getOrDefault(speaker, List.of());
        return new SpeakerTiming(
                Span.seconds(spoken),
                Share.of(spoken, duration),
                all == 0 ? OptionalDouble.empty() : OptionalDouble.of(Share.of(spoken, all)),
                own.size(),
                floor.longestMonologue(own).map(Span::range),
                cuts.size(),
                (int) cuts.stream().filter(Interruption::successful).count(),
                backChannels.getOrDefault(speaker, List.of()).size(),
                Spread.of(delays.getOrDefault(speaker, List.of())));
    }
}
