package io.tapedeck.transcript;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Whose voice something was said with.
 *
 * @param speaker label in the transcript; empty where speakers were not told apart
 * @param channel that belongs to this speaker, 0 for the first; empty where one channel holds several
 */
public record Voice(Optional<String> speaker, OptionalInt channel) {
    private static final int LONGEST = 64;
    private static final int MOST_CHANNELS = 64;
    private static final Pattern CHANNEL = Pattern.compile("ch_\\d{1,2}");

    /** Of nobody in particular. */
    public static final Voice UNKNOWN = new Voice(Optional.empty(), OptionalInt.empty());

    /** @throws IllegalArgumentException with what is wrong */
    public Voice {
        speaker = speaker.map(label -> PlainText.checked(label, LONGEST));
        if (channel.isPresent() && (channel.getAsInt() < 0 || channel.getAsInt() >= MOST_CHANNELS)) {
            throw new IllegalArgumentException("must have a channel from 0 to " + (MOST_CHANNELS - 1));
        }
    }

    /** Of whoever is alone on a channel. */
    public static Voice ofChannel(int channel) {
        return new Voice(Optional.of(label(channel)), OptionalInt.of(channel));
    }

    /** Of one of several who were told apart by their voices, counted from 0. */
    public static Voice ofSpeaker(int number) {
        return labelled("spk_" + number);
    }

    /** Of whom somebody gave a name. */
    public static Voice labelled(String speaker) {
        return new Voice(Optional.of(speaker), OptionalInt.empty());
    }

    /** Whether it was told from others by its sound, which may be wrong, and not by a channel, which may be mixed by now. */
    public boolean isDiarized() {
        return channel.isEmpty()
                && speaker.filter(label -> !CHANNEL.matcher(label).matches()).isPresent();
    }

    /** The same on another channel, or on none of its own. */
    Voice on(OptionalInt other) {
        var isNamedByChannel = channel.isPresent() && speaker.equals(Optional.of(label(channel.getAsInt())));
        if (isNamedByChannel) {
            return other.isPresent() ? ofChannel(other.getAsInt()) : UNKNOWN;
        }
        return new Voice(speaker, other);
    }

    /** The same once all channels are one. */
    Voice mixed() {
        return new Voice(speaker, OptionalInt.empty());
    }

    private static String label(int channel) {
        return "ch_" + channel;
    }
}
