package io.tapedeck.redaction;

import io.tapedeck.audio.KeptRanges;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redacted;
import io.tapedeck.privacy.Span;
import io.tapedeck.redaction.search.FoundValues;
import io.tapedeck.redaction.search.ValueSearch;
import io.tapedeck.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * What is cut of a call and its words, so that nothing that was found is left in these.
 *
 * @param original what was said; absent where nobody has written it down
 * @param spans what was found, and where it is said again
 * @param plan for all of these
 * @param values what must not be left anywhere
 * @param notes what whoever asked should know about how it was looked for, a sentence each
 */
public record RedactedCall(
        Optional<Transcript> original, List<Span> spans, RedactionPlan plan, FoundValues values, List<String> notes) {

    /**
     * The redaction of a call. What is said again is cut too, until nothing is left.
     *
     * @param found in the transcript
     * @see RedactionPlan
     */
    public static RedactedCall of(
            Transcript transcript,
            List<Span> found,
            ValueSearch search,
            Sound sound,
            Cutting cutting,
            List<Range> keypad,
            List<Range> asked) {
        var spans = List.copyOf(found);
        while (true) {
            var plan = RedactionPlan.of(sound, cutting, transcript, spans, keypad, asked);
            var more = search.missed(transcript, spans, new CutWords(transcript, plan)::contains);
            if (more.isEmpty()) {
                return new RedactedCall(
                        Optional.of(transcript), spans, plan, search.values(transcript, spans), List.of());
            }
            spans = ValueSearch.inOrder(spans, more);
        }
    }

    /** The redaction of a call of which nobody knows what is said in it. */
    static RedactedCall unheard(Sound sound, Cutting cutting, List<Range> keypad, List<Range> asked) {
        var plan = RedactionPlan.of(sound, cutting, keypad, asked);
        return new RedactedCall(Optional.empty(), List.of(), plan, FoundValues.NONE, List.of());
    }

    /** The same with notes. */
    RedactedCall noting(List<String> others) {
        return new RedactedCall(original, spans, plan, values, others);
    }

    /**
     * What can be said of the redacted audio.
     *
     * @param duration of it, seconds
     */
    public Optional<Transcript> transcript(double duration) {
        return original.map(said -> Labels.without(RedactedTranscript.of(said, spans, plan, duration), values));
    }

    /** Spans of the audio as it was, in seconds of the redacted audio. */
    public List<Redacted> retimed(List<Redacted> spans) {
        var times = new KeptRanges(plan.kept());
        return spans.stream().map(span -> span.moved(times.moved(span.range()))).toList();
    }

    @Override
    public String toString() {
        return "RedactedCall[spans=%d]".formatted(spans.size());
    }
}
