package io.tapedeck.signal;

import java.util.OptionalDouble;

/**
 * How long somebody is heard on one channel.
 *
 * @param all seconds of speech, whoever speaks
 * @param own seconds without those in which nothing but another channel's leak is heard
 * @param leak dB by which the leak is softer than on its own channel; absent if there is none that sounds like speech
 */
public record ChannelSpeech(double all, double own, OptionalDouble leak) {
    private static final double A_WORD = 1;
    /** Of a leak, seconds that codecs have changed beyond recognition. */
    private static final double STRAY = 0.05;

    /** Whether somebody speaks there besides the leak. */
    public boolean isTwofold() {
        return leak.isPresent() && own > Math.max(A_WORD, STRAY * all);
    }
}
