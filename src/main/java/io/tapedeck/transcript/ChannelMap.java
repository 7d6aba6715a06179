package io.tapedeck.transcript;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Merge;
import java.util.List;
import java.util.OptionalInt;

/** Where the channels of a recording are once it is merged with others. */
@FunctionalInterface
public interface ChannelMap {
    /** The channel that a channel became; empty where it is heard on several, which are then nobody's own. */
    OptionalInt channel(int before);

    /** Of one of the recordings that are merged. */
    static ChannelMap of(Merge merge, List<AudioMeasures> inputs, int index) {
        if (merge.mode() == Merge.Mode.CHANNELS) {
            var first = inputs.subList(0, index).stream()
                    .mapToInt(AudioMeasures::channels)
                    .sum();
            return before -> OptionalInt.of(first + before);
        }
        var most = inputs.stream().mapToInt(AudioMeasures::channels).max().orElseThrow();
        var isSpread = inputs.get(index).channels() == 1 && most > 1;
        return before -> isSpread ? OptionalInt.empty() : OptionalInt.of(before);
    }
}
