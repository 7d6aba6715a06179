package io.tapedeck.analytics;

import io.tapedeck.analytics.speech.Span;
import io.tapedeck.analytics.speech.SpeakingClock;
import io.tapedeck.analytics.speech.Speech;
import io.tapedeck.audio.Range;
import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells who takes part in a call and when each one speaks. With a transcript that is who has words in it, and the words themselves,
 * closed over gaps of up to 0.3 s; without one, each channel and the voice activity there, or where channels do not tell
 * sides apart, all in one. What is said on hold is left out.
 */
final class Speakers {
    private static final long CLOSED = 300;

    private final Call call;
    private final long duration;
    private final Speech hold;

    /** @param hold within the call */
    Speakers(Call call, long duration, Speech hold) {
        this.call = call;
        this.duration = duration;
        this.hold = hold;
    }

    List<Speaker> all() {
        return call.transcript().map(this::inWords).orElseGet(this::inSound);
    }

    private List<Speaker> inSound() {
        if (call.isSeparated()) {
            return IntStream.range(0, call.channels().size())
                    .mapToObj(i -> heard(onChannel(i), call.channels().get(i).speech()))
                    .toList();
        }
        var speech = call.channels().stream().flatMap(channel -> channel.speech().stream());
        return List.of(heard(new Participant(Voice.UNKNOWN, Optional.empty()), speech.toList()));
    }

    private Speaker heard(Participant participant, List<Range> speech) {
        return new Speaker(participant, within(Speech.ofRanges(speech)), List.of());
    }

    private List<Speaker> inWords(Transcript transcript) {
        var named = call.isSeparated() ? transcript.withRoles(call.roles()) : transcript;
        var words = words(named.segments());
        Map<Voice, Participant> participants = new LinkedHashMap<>();
        named.speakers().forEach(party -> participants.put(voice(party), new Participant(voice(party), party.role())));
        words.keySet().forEach(voice -> participants.computeIfAbsent(voice, this::unnamed));
        addSilent(participants);
        return participants.values().stream()
                .sorted(Comparator.comparingInt(each -> each.voice().channel().orElse(Integer.MAX_VALUE)))
                .map(each -> spoken(each, words.getOrDefault(each.voice(), List.of())))
                .toList();
    }

    /** Whoever says nothing takes part, too, where channels tell who that is. */
    private void addSilent(Map<Voice, Participant> participants) {
        var heard = participants.keySet().stream().map(Voice::channel).collect(Collectors.toSet());
        if (call.isSeparated() && !heard.contains(OptionalInt.empty())) {
            IntStream.range(0, call.channels().size())
                    .filter(i -> !heard.contains(OptionalInt.of(i)))
                    .forEach(i -> participants.put(Voice.ofChannel(i), onChannel(i)));
        }
    }

    private Map<Voice, List<Word>> words(List<Segment> segments) {
        var clock = new SpeakingClock(hold);
        Map<Voice, List<Word>> words = new LinkedHashMap<>();
        for (var segment : segments) {
            var own = words.computeIfAbsent(segment.voice(), voice -> new ArrayList<>());
            segment.words().stream().filter(word -> !isHeld(word, clock)).forEach(own::add);
        }
        return words;
    }

    private static boolean isHeld(Word word, SpeakingClock hold) {
        var start = Span.milliseconds(word.start());
        return hold.between(start, start + 1) > 0;
    }

    private Speaker spoken(Participant participant, List<Word> words) {
        var spans = words.stream()
                .map(word -> Span.ofSeconds(word.start(), word.end()))
                .toList();
        return new Speaker(participant, within(Speech.closed(spans, CLOSED)), words);
    }

    private Speech within(Speech speech) {
        return speech.within(duration).without(hold);
    }

    private Participant onChannel(int channel) {
        return new Participant(
                Voice.ofChannel(channel), Optional.ofNullable(call.roles().get(channel)));
    }

    private Participant unnamed(Voice voice) {
        var role = voice.channel().isPresent() && call.isSeparated()
                ? Optional.ofNullable(call.roles().get(voice.channel().getAsInt()))
                : Optional.<String>empty();
        return new Participant(voice, role);
    }

    private static Voice voice(Party party) {
        return new Voice(Optional.of(party.id()), party.channel());
    }
}
