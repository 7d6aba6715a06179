package io.tapedeck.signal;

import io.tapedeck.audio.Range;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long, and when, somebody is heard on one channel.
 *
 * @param all seconds of speech, whoever speaks
 * @param own seconds without those in which nothing but another channel's leak is heard
 * @param leak dB by which the leak is softer than on its own channel; absent if there is none that sounds like speech
 * @param heard when anybody is heard, in its order, each range apart from the next
 * @param spoken the same without those in which nothing but the leak is heard
 */
public record ChannelSpeech(double all, double own, OptionalDouble leak, List<Range> heard, List<Range> spoken) {
    private static final double A_WORD = 1;
    /** Of a leak, seconds that codecs have changed beyond recognition. */
    private static final double STRAY = 0.05;

    public ChannelSpeech {
        heard = List.copyOf(heard);
        spoken = List.copyOf(spoken);
    }

    /** Whether somebody speaks there besides the leak. */
    public boolean isTwofold() {
        return leak.isPresent() && own > Math.max(A_WORD, STRAY * all);
    }
}
