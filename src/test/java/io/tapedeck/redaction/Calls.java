package io.tapedeck.redaction;

import io.tapedeck.audio.Entity;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redaction;
import io.tapedeck.privacy.PersonalData;
import io.tapedeck.privacy.Span;
import io.tapedeck.redaction.search.ValueSearch;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import java.util.EnumSet;
import java.util.List;

/** Calls that are redacted for tests. */
public final class Calls {
    public static final PersonalData DATA = new PersonalData("US");
    public static final ValueSearch SEARCH = new ValueSearch();
    static final Sound STEREO = new Sound(100, 2);
    static final Cutting SILENCE = new Cutting(Masking.Style.SILENCE, 0.2, Redaction.Channels.ALL);
    static final Cutting SPEAKER = new Cutting(Masking.Style.SILENCE, 0.2, Redaction.Channels.SPEAKER);
    static final Cutting DELETION = new Cutting(Masking.Style.DELETION, 0.2, Redaction.Channels.SPEAKER);

    private Calls() {}

    /** A span over words of a segment. */
    public static Span span(Transcript transcript, Entity entity, int segment, int from, int to) {
        var said = transcript.segments().get(segment);
        return new Span(
                entity,
                0.9,
                segment,
                from,
                to,
                said.words().get(from).start(),
                said.words().get(to - 1).end(),
                said.voice());
    }

    /** How all that is found is cut, and what of it is said again. */
    static RedactedCall redaction(Transcript transcript, Cutting cutting) {
        var found = DATA.find(transcript, EnumSet.allOf(Entity.class));
        var sound = new Sound(transcript.duration(), 2);
        return RedactedCall.of(transcript, found, SEARCH, sound, cutting, List.of(), List.of());
    }

    /** The transcript after all that is found in it was cut. */
    static Transcript redacted(Transcript transcript, Cutting cutting) {
        return redacted(redaction(transcript, cutting));
    }

    static Transcript redacted(RedactedCall redaction) {
        return redaction.transcript(duration(redaction.plan())).orElseThrow();
    }

    private static double duration(RedactionPlan plan) {
        return plan.kept().stream().mapToDouble(Range::length).sum();
    }

    static Transcript redacted(Transcript transcript, List<Span> spans, Cutting cutting) {
        var plan = plan(transcript, spans, cutting);
        return RedactedTranscript.of(transcript, spans, plan, duration(plan));
    }

    static RedactionPlan plan(Transcript transcript, List<Span> spans, Cutting cutting) {
        return RedactionPlan.of(new Sound(transcript.duration(), 2), cutting, transcript, spans, List.of(), List.of());
    }

    static List<String> texts(Transcript transcript) {
        return transcript.segments().stream().map(Segment::text).toList();
    }
}
