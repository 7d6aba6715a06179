package io.tapedeck.analytics.speech;

import java.util.OptionalDouble;

/**
 * How often the floor goes from one to another: turns that follow one of another speaker, in the order of their starts.
 *
 * @param perMinute of the call
 * @param perMinuteOfSpeech of the time in which anybody speaks
 */
public record Switches(int count, OptionalDouble perMinute, OptionalDouble perMinuteOfSpeech) {
    static Switches of(int count, long duration, long speech) {
        return new Switches(count, Share.perMinute(count, duration), Share.perMinute(count, speech));
    }
}
