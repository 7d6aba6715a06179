package io.tapedeck.redaction;

import io.tapedeck.audio.Range;
import io.tapedeck.privacy.Span;
import io.tapedeck.redaction.search.FoundValues;
import io.tapedeck.redaction.search.ValueSearch;
import io.tapedeck.transcript.Transcript;
import java.util.List;

/**
 * What is cut of a call and its words, so that nothing that was found is left in these.
 *
 * @param original what was said
 * @param spans what was found, and where it is said again
 * @param plan for all of these
 * @param values what must not be left anywhere
 */
public record Redaction(Transcript original, List<Span> spans, RedactionPlan plan, FoundValues values) {

    /**
     * The redaction of a call. What is said again is cut too, until nothing is left.
     *
     * @param found in the transcript
     * @see RedactionPlan
     */
    public static Redaction of(
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
                return new Redaction(transcript, spans, plan, search.values(transcript, spans));
            }
            spans = ValueSearch.inOrder(spans, more);
        }
    }

    /**
     * What can be said of the redacted audio.
     *
     * @param duration of it, seconds
     */
    public Transcript transcript(double duration) {
        return RedactedTranscript.of(original, spans, plan, duration);
    }

    @Override
    public String toString() {
        return "Redaction[spans=%d]".formatted(spans.size());
    }
}
