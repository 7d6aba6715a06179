package io.tapedeck.transcript;

import io.tapedeck.audio.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was said in a recording.
 *
 * @param origin what made it
 * @param duration of the recording, seconds
 * @param redacted whether what is personal was taken out
 * @param speakers all who speak, those on channels first, and their roles as far as they are known
 * @param segments in the order of their starts
 */
public record Transcript(
        Origin origin,
        double duration,
        boolean redacted,
        WordTimes wordTimes,
        List<Party> speakers,
        List<Segment> segments) {

    /** @throws IllegalArgumentException with what is wrong */
    public Transcript {
        if (!Double.isFinite(duration) || duration < 0) {
            throw new IllegalArgumentException("must have a duration in seconds, 0 or more");
        }
        segments = segments.stream()
                .sorted(Comparator.comparingDouble(Segment::start))
                .toList();
        if (segments.stream().mapToLong(each -> each.words().size()).sum() > HeardWords.MOST) {
            throw new IllegalArgumentException("must have %d words at most".formatted(HeardWords.MOST));
        }
        var end = segments.stream().mapToDouble(Segment::end).max().orElse(0);
        if (end > duration + HeardWords.BEYOND_END) {
            throw new IllegalArgumentException("must not end at %s s, after its %s s".formatted(end, duration));
        }
        speakers = everybody(speakers, segments);
    }

    /** Of what an engine or somebody heard, in turns. */
    public static Transcript of(Origin origin, double duration, WordTimes wordTimes, List<SpokenWord> words) {
        return new Transcript(origin, duration, false, wordTimes, List.of(), Turns.of(words));
    }

    /** A line for each turn. */
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining("\n"));
    }

    /** How many words are said. */
    public int wordCount() {
        return segments.stream().mapToInt(segment -> segment.words().size()).sum();
    }

    /** The mean of the words' that have one. */
    public OptionalDouble confidence() {
        return segments.stream()
                .flatMap(segment -> segment.words().stream())
                .flatMapToDouble(word -> word.confidence().stream())
                .average();
    }

    /** Whether it says of anything whose voice that was. */
    public boolean namesSpeakers() {
        return segments.stream().anyMatch(segment -> segment.voice().speaker().isPresent());
    }

    /** Whether speakers were told apart by their voices, which may be wrong, and not by channel. */
    public boolean isDiarized() {
        return segments.stream().anyMatch(segment -> segment.voice().isDiarized());
    }

    /** The labels of those who have a channel of their own, by channel. */
    public Map<Integer, String> labels() {
        var labels = new HashMap<Integer, String>();
        speakers.forEach(party -> party.channel().ifPresent(channel -> labels.putIfAbsent(channel, party.id())));
        return labels;
    }

    /** The same with the role of whoever is alone on a channel. Speakers without a channel of their own keep what they have. */
    public Transcript withRoles(Map<Integer, String> byChannel) {
        var named = speakers.stream().map(party -> named(party, byChannel)).toList();
        return new Transcript(origin, duration, redacted, wordTimes, named, segments);
    }

    /** The same of audio out of which what is personal was taken before it was heard. */
    public Transcript ofRedacted() {
        return new Transcript(origin, duration, true, wordTimes, speakers, segments);
    }

    /** The same in audio whose channels were mixed: those who had one keep their names. */
    Transcript mixed() {
        var turns = segments.stream()
                .map(segment -> new Segment(segment.voice().mixed(), segment.words()))
                .toList();
        var everybody = speakers.stream()
                .map(party -> new Party(party.id(), party.role(), OptionalInt.empty()))
                .toList();
        return new Transcript(origin, duration, redacted, wordTimes, everybody, turns);
    }

    /** The same in audio of another length, but for words that begin after its end. */
    Transcript within(double newDuration) {
        if (newDuration == duration) {
            return this;
        }
        return newDuration < duration
                ? Retiming.closed(this, List.of(new Range(0, newDuration)))
                : with(segments, newDuration);
    }

    /** The same with other turns in audio of another length. */
    Transcript with(List<Segment> others, double newDuration) {
        return new Transcript(origin, newDuration, redacted, wordTimes, speakers, others);
    }

    private static Party named(Party party, Map<Integer, String> byChannel) {
        return party.channel().isEmpty()
                ? party
                : party.as(Optional.ofNullable(byChannel.get(party.channel().getAsInt())));
    }

    private static List<Party> everybody(List<Party> known, List<Segment> segments) {
        var parties = new LinkedHashMap<Map.Entry<String, OptionalInt>, Party>();
        var heard = segments.stream().map(Segment::voice).distinct().flatMap(Transcript::party);
        Stream.concat(known.stream(), heard)
                .forEach(party -> parties.putIfAbsent(Map.entry(party.id(), party.channel()), party));
        var ordered = new ArrayList<>(parties.values());
        ordered.sort(Comparator.<Party>comparingInt(party -> party.channel().orElse(Integer.MAX_VALUE))
                .thenComparing(Party::id));
        return List.copyOf(ordered);
    }

    private static Stream<Party> party(Voice voice) {
        return voice.speaker().map(id -> new Party(id, Optional.empty(), voice.channel())).stream();
    }
}
