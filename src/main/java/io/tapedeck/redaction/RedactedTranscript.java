package io.tapedeck.redaction;

import io.tapedeck.audio.Masking;
import io.tapedeck.privacy.Span;
import io.tapedeck.redaction.search.Place;
import io.tapedeck.transcript.Placeholder;
import io.tapedeck.transcript.Retiming;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A transcript without what is personal: words that say of what kind it was stand in its place. */
public final class RedactedTranscript {
    private final Transcript transcript;
    private final CutWords cut;
    private final Map<Integer, Map<Integer, Span>> spans = new HashMap<>();

    private RedactedTranscript(Transcript transcript, List<Span> found, RedactionPlan plan) {
        this.transcript = transcript;
        this.cut = new CutWords(transcript, plan);
        for (var span : found) {
            var segment = spans.computeIfAbsent(span.segment(), each -> new HashMap<>());
            IntStream.range(span.from(), span.to()).forEach(word -> segment.put(word, span));
        }
    }

    /**
     * What can be said of audio that is cut as planned. Each span becomes a word as {@code [credit-card]}, and others that are
     * cut with it {@code [redacted]}. Where time is cut away, these stay as an instant at the join.
     *
     * @param found all that was found in the transcript
     * @param plan made for what was found
     * @param duration of the redacted audio, seconds
     */
    public static Transcript of(Transcript transcript, List<Span> found, RedactionPlan plan, double duration) {
        var redacted = new RedactedTranscript(transcript, found, plan).redacted();
        return plan.masking().style() == Masking.Style.DELETION || duration != transcript.duration()
                ? Retiming.joined(redacted, plan.kept(), duration)
                : redacted;
    }

    private Transcript redacted() {
        var segments = IntStream.range(0, transcript.segments().size())
                .mapToObj(this::segment)
                .toList();
        return new Transcript(
                transcript.origin(),
                transcript.duration(),
                true,
                transcript.wordTimes(),
                transcript.speakers(),
                segments);
    }

    private Segment segment(int index) {
        var segment = transcript.segments().get(index);
        var words = new ArrayList<Word>();
        for (int from = 0, to; from < segment.words().size(); from = to) {
            var instead = instead(index, from);
            to = from + 1;
            while (to < segment.words().size() && instead.continues(instead(index, to))) {
                to++;
            }
            words.add(instead.of(segment.words().subList(from, to)));
        }
        return new Segment(segment.voice(), words);
    }

    private Instead instead(int index, int place) {
        var span = spans.getOrDefault(index, Map.of()).get(place);
        if (span != null) {
            return new Instead.OfSpan(span);
        }
        var word = transcript.segments().get(index).words().get(place);
        return !Placeholder.is(word.text()) && cut.contains(new Place(index, place)) ? Instead.CUT : Instead.ITSELF;
    }

    /** What stands in place of a word. */
    private sealed interface Instead {
        Instead ITSELF = new Itself();
        Instead CUT = new Cut();

        /** Whether another word is of the same. */
        default boolean continues(Instead next) {
            return equals(next);
        }

        Word of(List<Word> words);

        private static Word instead(String text, List<Word> words) {
            var when = WordsInTime.hull(words);
            return new Word(text, when.start(), when.end(), OptionalDouble.empty());
        }

        record Itself() implements Instead {
            @Override
            public boolean continues(Instead next) {
                return false;
            }

            @Override
            public Word of(List<Word> words) {
                return words.getFirst();
            }
        }

        record Cut() implements Instead {
            @Override
            public Word of(List<Word> words) {
                return instead(Placeholder.REDACTED, words);
            }
        }

        record OfSpan(Span span) implements Instead {
            @Override
            public Word of(List<Word> words) {
                return instead(Placeholder.of(span.entity()), words);
            }
        }
    }
}
