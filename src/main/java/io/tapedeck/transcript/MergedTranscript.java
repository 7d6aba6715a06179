package io.tapedeck.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts transcripts together as their audio was. */
public final class MergedTranscript {
    /**
     * A transcript to be merged.
     *
     * @param at seconds of the merged audio at which its audio starts
     * @param channels where its channels are now
     * @param alone the channel that its only one became, where that has its own in the merged audio
     */
    public record Part(Transcript transcript, double at, ChannelMap channels, OptionalInt alone) {
        /** One whose speakers have the channels that they had, wherever these are now. */
        public Part(Transcript transcript, double at, ChannelMap channels) {
            this(transcript, at, channels, OptionalInt.empty());
        }
    }

    private MergedTranscript() {}

    /**
     * All that is said in the parts. Speakers who were told apart by their voices in one part are others than those of the
     * next, since nobody knows better.
     *
     * @param parts at least one
     * @param duration of the merged audio, seconds
     */
    public static Transcript of(List<Part> parts, double duration) {
        var segments = new ArrayList<Segment>();
        var speakers = new ArrayList<Party>();
        var diarized = new DiarizedSpeakers();
        for (var part : parts) {
            Function<Voice, Voice> voice = before -> isAlone(part, before)
                    ? Voice.ofChannel(part.alone().orElseThrow())
                    : diarized.alone(part, before.on(moved(part, before)));
            part.transcript().segments().stream()
                    .map(segment -> later(segment, voice.apply(segment.voice()), part.at(), duration))
                    .forEach(segments::add);
            part.transcript().speakers().stream()
                    .flatMap(party -> moved(party, voice))
                    .forEach(speakers::add);
        }
        var transcripts = parts.stream().map(Part::transcript).toList();
        return new Transcript(
                origin(transcripts),
                duration,
                transcripts.stream().allMatch(Transcript::redacted),
                wordTimes(transcripts),
                speakers,
                segments);
    }

    /** Whoever is not told apart from anybody on a channel of their own. */
    private static boolean isAlone(Part part, Voice before) {
        return part.alone().isPresent() && before.equals(Voice.UNKNOWN);
    }

    private static OptionalInt moved(Part part, Voice voice) {
        return voice.channel().isPresent()
                ? part.channels().channel(voice.channel().getAsInt())
                : voice.channel();
    }

    private static Segment later(Segment segment, Voice voice, double at, double duration) {
        var words = segment.words().stream()
                .map(word -> word.at(Math.min(word.start() + at, duration), Math.min(word.end() + at, duration)))
                .toList();
        return new Segment(voice, words);
    }

    private static Stream<Party> moved(Party party, Function<Voice, Voice> change) {
        var voice = change.apply(new Voice(Optional.of(party.id()), party.channel()));
        return voice.speaker().map(id -> new Party(id, party.role(), voice.channel())).stream();
    }

    private static WordTimes wordTimes(List<Transcript> transcripts) {
        return transcripts.stream().allMatch(each -> each.wordTimes() == WordTimes.HEARD)
                ? WordTimes.HEARD
                : WordTimes.ESTIMATED;
    }

    private static Origin origin(List<Transcript> transcripts) {
        var origins = transcripts.stream().map(Transcript::origin).toList();
        var engines = origins.stream().map(Origin::engine).distinct().collect(Collectors.joining("+"));
        return new Origin(engines, common(origins, Origin::model), common(origins, Origin::language));
    }

    private static Optional<String> common(List<Origin> origins, Function<Origin, Optional<String>> property) {
        var values = origins.stream().map(property).distinct().toList();
        return values.size() == 1 ? values.getFirst() : Optional.empty();
    }
}
