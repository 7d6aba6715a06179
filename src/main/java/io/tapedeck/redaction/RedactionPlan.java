package io.tapedeck.redaction;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redacted;
import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is cut, where, and why. */
public final class RedactionPlan {
    /** The reason for cutting keys that were pressed. */
    public static final String KEYPAD = "keypad";
    /** The reason for cutting what somebody asked to have cut. */
    public static final String ASKED = "range";

    private static final Comparator<Cut> IN_ORDER = Comparator.comparingDouble(
                    (Cut cut) -> cut.what().range().start())
            .thenComparingDouble(cut -> cut.what().range().end());

    private final Sound sound;
    private final Masking masking;
    private final List<Cut> cuts;

    private RedactionPlan(Sound sound, Masking masking, List<Cut> cuts) {
        this.sound = sound;
        this.masking = masking;
        this.cuts = cuts;
    }

    /** The plan for a recording without words that matter: ranges alone are cut. */
    public static RedactionPlan of(Sound sound, Cutting cutting, List<Range> keypad, List<Range> asked) {
        return of(sound, cutting, without(keypad, asked, sound));
    }

    /**
     * The plan for what is said, and for ranges besides.
     *
     * @param spans found in the transcript; of words without times the whole segment is cut
     * @param keypad where keys are heard, in any order; cut on all channels
     * @param asked what the caller wants cut whatever is there, in any order; cut on all channels
     */
    public static RedactionPlan of(
            Sound sound,
            Cutting cutting,
            Transcript transcript,
            List<Span> spans,
            List<Range> keypad,
            List<Range> asked) {
        var times = new WordsInTime(transcript, sound.duration());
        var said = spans.stream().map(span -> cut(span, times, sound, cutting));
        return of(sound, cutting, Stream.concat(said, without(keypad, asked, sound)));
    }

    private static RedactionPlan of(Sound sound, Cutting cutting, Stream<Cut> cuts) {
        var ordered = cuts.sorted(IN_ORDER).toList();
        var masks = new Masks(sound, cutting.padding()).of(ordered);
        return new RedactionPlan(sound, new Masking(cutting.style(), masks), ordered);
    }

    /** What is taken out of the sound. */
    public Masking masking() {
        return masking;
    }

    /** What is cut and why, in the order of their starts, without padding. */
    public List<Redacted> findings() {
        return cuts.stream().map(Cut::what).toList();
    }

    /** What is left of the audio where time is cut away; all of it otherwise. */
    public List<Range> kept() {
        var removed = masking.style() == Masking.Style.DELETION
                ? masking.masks().stream().map(Masking.Mask::range).toList()
                : List.<Range>of();
        return Range.left(removed, sound.duration());
    }

    Sound sound() {
        return sound;
    }

    List<Cut> cuts() {
        return cuts;
    }

    private static Cut cut(Span span, WordsInTime times, Sound sound, Cutting cutting) {
        var own = span.voice().channel().stream()
                .filter(channel -> channel < sound.channels())
                .boxed()
                .findFirst();
        var what = new Redacted(
                span.entity().toString(),
                within(times.range(span), sound),
                own,
                Optional.of(span.segment()),
                Optional.of(span.strength()));
        var isOnOne = cutting.isByChannel() && own.isPresent() && sound.channels() > 1;
        return new Cut(what, isOnOne ? Set.of(own.get()) : Set.of(), !times.isKnown(span));
    }

    private static Stream<Cut> without(List<Range> keypad, List<Range> asked, Sound sound) {
        var cuts = new ArrayList<Cut>();
        keypad.forEach(range -> cuts.add(cut(KEYPAD, range, sound)));
        asked.forEach(range -> cuts.add(cut(ASKED, range, sound)));
        return cuts.stream();
    }

    private static Cut cut(String reason, Range range, Sound sound) {
        requireNonNull(range);
        var what = new Redacted(reason, within(range, sound), Optional.empty(), Optional.empty(), Optional.empty());
        return new Cut(what, Set.of(), false);
    }

    private static Range within(Range range, Sound sound) {
        return new Range(Math.min(range.start(), sound.duration()), Math.min(range.end(), sound.duration()));
    }
}
