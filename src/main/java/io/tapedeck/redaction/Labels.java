package io.tapedeck.redaction;

import io.tapedeck.redaction.search.FoundValues;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Labels of speakers that say what was found, and what they are called instead. */
final class Labels {
    private final Map<String, String> others = new HashMap<>();

    private Labels(Transcript transcript, FoundValues values) {
        var taken = transcript.speakers().stream().map(Party::id).collect(Collectors.toSet());
        for (var speaker : transcript.speakers()) {
            if (values.isIn(speaker.id())) {
                others.computeIfAbsent(speaker.id(), _ -> free(speaker, taken));
            }
        }
    }

    /** The transcript with labels, and a name of its engine, that say none of the values. Who says what, and in which role, stays. */
    static Transcript without(Transcript transcript, FoundValues values) {
        var labels = new Labels(transcript, values);
        return new Transcript(
                origin(transcript.origin(), values),
                transcript.duration(),
                transcript.redacted(),
                transcript.wordTimes(),
                transcript.speakers().stream().map(labels::party).toList(),
                transcript.segments().stream().map(labels::segment).toList());
    }

    private static String free(Party speaker, Set<String> taken) {
        var ofChannel = speaker.channel().stream().mapToObj(Voice::ofChannel);
        var numbered = IntStream.range(0, taken.size() + 1).mapToObj(Voice::ofSpeaker);
        return Stream.concat(ofChannel, numbered)
                .flatMap(voice -> voice.speaker().stream())
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private Party party(Party speaker) {
        return new Party(label(speaker.id()), speaker.role(), speaker.channel());
    }

    private Segment segment(Segment segment) {
        var voice = segment.voice();
        return new Segment(new Voice(voice.speaker().map(this::label), voice.channel()), segment.words());
    }

    private String label(String label) {
        return others.getOrDefault(label, label);
    }

    private static Origin origin(Origin origin, FoundValues values) {
        return values.isIn(origin.engine())
                        || origin.model().filter(values::isIn).isPresent()
                ? new Origin(Origin.IMPORT.engine(), Optional.empty(), origin.language())
                : origin;
    }
}
