package io.tapedeck.transcript;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts on from part to part those speakers who only have a number. */
final class DiarizedSpeakers {
    private static final Pattern NUMBERED = Pattern.compile("spk_\\d+");

    private record Key(MergedTranscript.Part part, String speaker) {}

    private final Map<Key, Voice> numbers = new HashMap<>();

    /** The voice as one of this part alone. */
    Voice alone(MergedTranscript.Part part, Voice voice) {
        var label = voice.isDiarized() ? voice.speaker().orElseThrow() : "";
        return NUMBERED.matcher(label).matches()
                ? numbers.computeIfAbsent(new Key(part, label), key -> Voice.ofSpeaker(numbers.size()))
                : voice;
    }
}
