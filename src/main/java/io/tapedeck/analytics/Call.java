package io.tapedeck.analytics;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Range;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a call before it is analysed.
 *
 * @param duration seconds
 * @param layout of its channels; absent for more than two
 * @param channels what is known of each, the first first
 * @param roles of those who are alone on a channel, by channel
 * @param transcript what is said, where somebody wrote it down
 * @param hold when nobody is there to speak: it is neither speech nor silence
 * @param keypad when keys are pressed, in the order of their times
 */
public record Call(
        double duration,
        Optional<ChannelLayout> layout,
        List<Channel> channels,
        Map<Integer, String> roles,
        Optional<Transcript> transcript,
        List<Range> hold,
        List<Range> keypad) {

    /** @throws IllegalArgumentException without a length of time */
    public Call {
        if (!Double.isFinite(duration) || duration < 0) {
            throw new IllegalArgumentException("must have a duration in seconds, 0 or more");
        }
        requireNonNull(layout);
        channels = List.copyOf(channels);
        roles = Map.copyOf(roles);
        requireNonNull(transcript);
        hold = List.copyOf(hold);
        keypad = List.copyOf(keypad);
    }

    /** Whether each channel holds a side of its own. */
    boolean isSeparated() {
        return channels.size() > 1 && !layout.equals(Optional.of(ChannelLayout.DUPLICATED));
    }

    /**
     * A channel.
     *
     * @param speech when somebody speaks there, by the sound, in any order
     * @param sound what it sounds like
     */
    public record Channel(List<Range> speech, ChannelSound sound) {
        /** One that nobody has listened to. */
        public static final Channel UNHEARD = new Channel(
                List.of(),
                new ChannelSound(0, true, OptionalDouble.empty(), OptionalDouble.empty(), 0, Optional.empty()));

        public Channel {
            speech = List.copyOf(speech);
            requireNonNull(sound);
        }
    }
}
