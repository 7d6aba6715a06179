package io.tapedeck.analysis;

import io.tapedeck.analytics.Call;
import io.tapedeck.audio.Range;
import java.util.Collections;
import java.util.List;

/**
 * What is heard in a call.
 *
 * @param channels in their order
 * @param hold stretches of tonal or musical sound without speech, of 5 s or more
 * @param keypad presses of keys (DTMF) on any channel, in the order of their times
 */
public record CallSound(List<Call.Channel> channels, List<Range> hold, List<Range> keypad) {
    public CallSound {
        channels = List.copyOf(channels);
        hold = List.copyOf(hold);
        keypad = List.copyOf(keypad);
    }

    /** Of a call that nobody has listened to. */
    static CallSound unheard(int channels) {
        return new CallSound(Collections.nCopies(channels, Call.Channel.UNHEARD), List.of(), List.of());
    }
}
