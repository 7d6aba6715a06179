package io.tapedeck.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts audio, to the millisecond: keeps what lies between start and end, or all but the ranges that are to be removed.
 *
 * @param start seconds; absent for the beginning
 * @param end seconds; absent for the end
 * @param remove may overlap and come in any order; empty where start or end is given
 */
public record Trim(Optional<Double> start, Optional<Double> end, List<Range> remove) implements AudioTask {
    public Trim {
        start = start.map(Trim::milliseconds);
        end = end.map(Trim::milliseconds);
        remove = remove.stream()
                .map(range -> new Range(milliseconds(range.start()), milliseconds(range.end())))
                .toList();
    }

    /** Keeps what lies between start and end, of which one at least is there. */
    public static Trim to(Optional<Double> start, Optional<Double> end) {
        return new Trim(start, end, List.of());
    }

    /** Codec, sample rate and channels stay, and the bitrate as far as the codec can have it. */
    @Override
    public Plan plan(List<AudioMeasures> inputs) {
        var given = inputs.getFirst();
        var last = Math.max(
                Math.max(start.orElse(0.0), end.orElse(0.0)),
                remove.stream().mapToDouble(Range::end).max().orElse(0));
        if (last > given.duration() || start.isPresent() && start.get() >= given.duration()) {
            return Plan.Infeasible.because(
                    "beyond-end", "The audio ends at %.3f s; a cut at %.3f s is not possible.", given.duration(), last);
        }
        if (kept(given.duration()).isEmpty()) {
            return Plan.Infeasible.because(
                    "nothing-left", "Nothing would be left of the %.3f s of audio; keep some of it.", given.duration());
        }
        if (removed(given.duration()).isEmpty()) {
            return Plan.Infeasible.because(
                    "nothing-cut", "Nothing would be cut from the %.3f s of audio.", given.duration());
        }
        return EncodingRequest.likeness(given).plan(given.sampleRate(), given.channels());
    }

    /** What is cut from audio of so many seconds, in order, each apart from the next. */
    public List<Range> removed(double duration) {
        var ordered = new ArrayList<>(remove);
        start.ifPresent(from -> ordered.add(new Range(0, from)));
        end.ifPresent(to -> ordered.add(new Range(to, duration)));
        return Range.united(ordered);
    }

    /** What is kept of audio of so many seconds, in order. */
    public List<Range> kept(double duration) {
        return Range.left(removed(duration), duration);
    }

    private static double milliseconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
