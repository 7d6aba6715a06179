package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.WireNames;
import io.tapedeck.problem.Failure;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes personal data out of the sound and the words. What they were is destroyed.
 *
 * @param type what is there instead
 * @param entities that are looked for in what is said; without any, nothing is
 * @param ranges that are cut, whatever is said there
 * @param padding seconds on both sides of what is cut
 * @param channels that what one voice says is cut on
 * @param keepOriginal whether what was there before is kept, for administrators alone
 * @param preview whether nothing is changed, and only told what would be cut
 */
public record Redaction(
        Masking.Style type,
        Set<Entity> entities,
        List<Range> ranges,
        double padding,
        Channels channels,
        boolean keepOriginal,
        boolean preview)
        implements Task {
    /** That can be asked for. */
    public static final int MOST_RANGES = 1000;

    /** Seconds, where nobody says otherwise. */
    public static final double PADDING = 0.2;

    /** Seconds. */
    private static final double ROUNDING = 0.001_000_1;

    private static final Set<Entity> KEYED = EnumSet.of(Entity.CREDIT_CARD, Entity.CARD_CVV, Entity.PIN);

    public Redaction {
        requireNonNull(type);
        requireNonNull(channels);
        entities = inOrder(entities);
        ranges = List.copyOf(ranges);
    }

    /** Whether keys that somebody presses are cut, too: people type what they would not say. */
    public boolean cutsKeypad() {
        return KEYED.stream().anyMatch(entities::contains);
    }

    @Override
    public Optional<Failure> obstacle(List<AudioMeasures> inputs) {
        var duration = inputs.getFirst().duration();
        return ranges.stream()
                .filter(range -> range.end() > duration + ROUNDING)
                .findFirst()
                .map(range -> new Failure(
                        "beyond-end",
                        "The audio ends at %.3f s; nothing can be cut from %.3f s to %.3f s."
                                .formatted(duration, range.start(), range.end())))
                .or(() -> nothingLeft(duration));
    }

    private Optional<Failure> nothingLeft(double duration) {
        var padded = ranges.stream()
                .map(range ->
                        new Range(Math.max(0, range.start() - padding), Math.min(duration, range.end() + padding)))
                .toList();
        return type == Masking.Style.DELETION
                        && Range.left(Range.united(padded), duration).isEmpty()
                ? Optional.of(new Failure(
                        "nothing-left",
                        "Nothing would be left of the %.3f s of audio; keep some of it, or silence it."
                                .formatted(duration)))
                : Optional.empty();
    }

    private static Set<Entity> inOrder(Set<Entity> entities) {
        var ordered = EnumSet.noneOf(Entity.class);
        ordered.addAll(entities);
        return Collections.unmodifiableSet(ordered);
    }

    /** Where what one voice says is cut. */
    public enum Channels {
        /** On every channel, since the other side may say it again or hear an echo of it. */
        ALL,
        /** On the channel of whoever says it, where they have one. */
        SPEAKER;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }

    /**
     * What a redaction came to.
     *
     * @param version of the audio that it made or left; absent for a preview
     * @param spans what was cut, or would be, in the order of their starts, in seconds of the audio as it was
     * @param notes what the caller should know, a sentence each
     */
    public record Result(Optional<Integer> version, List<Redacted> spans, List<String> notes) implements JobResult {
        public Result {
            requireNonNull(version);
            spans = List.copyOf(spans);
            notes = List.copyOf(notes);
        }

        @Override
        public Result abridged() {
            if (spans.size() <= Redacted.MOST) {
                return this;
            }
            var note = "There are %d spans; only the first %d are listed.".formatted(spans.size(), Redacted.MOST);
            return new Result(
                    version,
                    spans.subList(0, Redacted.MOST),
                    Stream.concat(notes.stream(), Stream.of(note)).toList());
        }
    }
}
