package io.tapedeck.analytics;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What is good and bad about the sound of a call, with the thresholds that say so.
 *
 * @param levelDifference dB between the speech of the loudest and of the softest side; empty unless two speak on channels of
 *     their own
 * @param uneven whether that is beyond its threshold
 * @param silentSides channels of a call with a channel for each side on which nobody speaks while somebody does on another:
 *     one-way audio
 */
public record AudioQuality(
        List<ChannelQuality> channels,
        OptionalDouble levelDifference,
        boolean uneven,
        List<Integer> silentSides,
        Thresholds thresholds) {
    public AudioQuality {
        channels = List.copyOf(channels);
        requireNonNull(levelDifference);
        silentSides = List.copyOf(silentSides);
        requireNonNull(thresholds);
    }

    static AudioQuality of(Call call) {
        var limits = Thresholds.OURS;
        var channels = IntStream.range(0, call.channels().size())
                .mapToObj(i -> ChannelQuality.of(i, call.channels().get(i).sound(), limits))
                .toList();
        var difference = call.isSeparated() ? levelDifference(call) : OptionalDouble.empty();
        return new AudioQuality(
                channels,
                difference,
                difference.orElse(0) > limits.levelDifference(),
                call.isSeparated() ? silentSides(call) : List.of(),
                limits);
    }

    private static OptionalDouble levelDifference(Call call) {
        var levels = call.channels().stream()
                .flatMapToDouble(channel -> channel.sound().speechLevel().stream())
                .summaryStatistics();
        return levels.getCount() < 2 ? OptionalDouble.empty() : OptionalDouble.of(levels.getMax() - levels.getMin());
    }

    private static List<Integer> silentSides(Call call) {
        var silent = IntStream.range(0, call.channels().size())
                .filter(i -> call.channels().get(i).speech().isEmpty())
                .boxed()
                .toList();
        return silent.size() == call.channels().size() ? List.of() : silent;
    }
}
