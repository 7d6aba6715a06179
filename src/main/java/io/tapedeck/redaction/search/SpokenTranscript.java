package io.tapedeck.redaction.search;

import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What each voice says in a transcript from beginning to end, and in each segment by itself, as documents show it. */
final class SpokenTranscript {
    private final List<Passage> passages = new ArrayList<>();
    private final List<Beginning> beginnings = new ArrayList<>();

    SpokenTranscript(Transcript transcript) {
        this(transcript, place -> false);
    }

    /** @param isGone words that are not said any more */
    SpokenTranscript(Transcript transcript, Predicate<Place> isGone) {
        Map<Voice, Said> voices = new LinkedHashMap<>();
        Map<Voice, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < transcript.segments().size(); i++) {
            var segment = transcript.segments().get(i);
            var number = numbers.computeIfAbsent(segment.voice(), each -> numbers.size());
            var first =
                    voices.computeIfAbsent(segment.voice(), each -> new Said()).add(i, segment.words(), isGone);
            beginnings.add(new Beginning(number, first));
        }
        voices.values().forEach(said -> passages.add(new Passage(said, said.text())));
        for (int i = 0; i < transcript.segments().size(); i++) {
            var said = new Said();
            said.add(i, transcript.segments().get(i).words(), isGone);
            passages.add(new Passage(said, said.text()));
        }
    }

    /** Of each voice, and of each segment. */
    List<Passage> passages() {
        return passages;
    }

    /** What a span says, in all that its voice says. */
    Stretch stretch(Span span) {
        var beginning = beginnings.get(span.segment());
        var text = passages.get(beginning.passage).text();
        return new Stretch(text, beginning.first + span.from(), beginning.first + span.to());
    }

    /** Words in a row with their symbols. */
    record Passage(Said said, SpokenText text) {}

    /** Where a segment begins in what its voice says. */
    private record Beginning(int passage, int first) {}
}
