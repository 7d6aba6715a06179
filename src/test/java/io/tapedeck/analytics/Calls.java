package io.tapedeck.analytics;

import io.tapedeck.analytics.Call.Channel;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Calls for tests, with an agent on channel 0 and a customer on channel 1. */
final class Calls {
    static final ChannelSound CLEAN =
            new ChannelSound(0, false, OptionalDouble.of(-60), OptionalDouble.of(-20), 0, Optional.empty());
    static final Map<Integer, String> ROLES = Map.of(0, "agent", 1, "customer");

    private Calls() {}

    /** Of a minute, with a list of speech for each channel. */
    @SafeVarargs
    static Call heard(ChannelLayout layout, List<Range>... speech) {
        return new Call(60, Optional.of(layout), channels(speech), ROLES, Optional.empty(), List.of(), List.of());
    }

    static Call told(ChannelLayout layout, Transcript transcript) {
        var speech = layout == ChannelLayout.MONO ? 1 : 2;
        return new Call(
                transcript.duration(),
                Optional.of(layout),
                IntStream.range(0, speech)
                        .mapToObj(i -> new Channel(List.of(), CLEAN))
                        .toList(),
                ROLES,
                Optional.of(transcript),
                List.of(),
                List.of());
    }

    static Call onHold(Call call, Range... hold) {
        return new Call(
                call.duration(),
                call.layout(),
                call.channels(),
                call.roles(),
                call.transcript(),
                List.of(hold),
                List.of());
    }

    /** From a second to a second, and so on. */
    static List<Range> ranges(double... edges) {
        return IntStream.range(0, edges.length / 2)
                .mapToObj(i -> new Range(edges[2 * i], edges[2 * i + 1]))
                .toList();
    }

    @SafeVarargs
    private static List<Channel> channels(List<Range>... speech) {
        return List.of(speech).stream()
                .map(ranges -> new Channel(ranges, CLEAN))
                .toList();
    }
}
