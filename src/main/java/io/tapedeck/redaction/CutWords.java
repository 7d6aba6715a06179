package io.tapedeck.redaction;

import io.tapedeck.audio.Range;
import io.tapedeck.redaction.search.Place;
import io.tapedeck.transcript.Transcript;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Which words cannot be heard any more: those of which some is cut itself, and those of which all is, padding included. */
final class CutWords {
    private final Transcript transcript;
    private final RedactionPlan plan;
    private final Set<Integer> wholeSegments;
    private final Map<OptionalInt, Stretches> cut = new HashMap<>();
    private final Map<OptionalInt, Stretches> masked = new HashMap<>();

    CutWords(Transcript transcript, RedactionPlan plan) {
        this.transcript = transcript;
        this.plan = plan;
        this.wholeSegments = plan.cuts().stream()
                .filter(Cut::isWholeSegment)
                .flatMap(cut -> cut.what().segment().stream())
                .collect(Collectors.toSet());
    }

    boolean contains(Place place) {
        if (wholeSegments.contains(place.segment())) {
            return true;
        }
        var segment = transcript.segments().get(place.segment());
        var word = segment.words().get(place.word());
        var channel = segment.voice().channel();
        var when = new Range(word.start(), word.end());
        return cut.computeIfAbsent(channel, this::cut).overlap(when)
                || masked.computeIfAbsent(channel, this::masked).contain(when);
    }

    /** Of a voice without a channel, whatever is cut on any: it may have been heard there. */
    private Stretches cut(OptionalInt channel) {
        return new Stretches(plan.cuts().stream()
                .filter(each -> !isAudio(channel) || each.isOn(channel.getAsInt()))
                .map(each -> each.what().range())
                .toList());
    }

    private Stretches masked(OptionalInt channel) {
        return new Stretches(plan.masking().masks().stream()
                .filter(mask -> !isAudio(channel)
                        || mask.channels().isEmpty()
                        || mask.channels().contains(channel.getAsInt()))
                .map(mask -> mask.range())
                .toList());
    }

    private boolean isAudio(OptionalInt channel) {
        return channel.isPresent() && channel.getAsInt() < plan.sound().channels();
    }
}
