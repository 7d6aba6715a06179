package io.tapedeck.signal.hold;

import io.tapedeck.audio.Range;
import io.tapedeck.signal.FrameTrack;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds stretches of one channel in which nothing is heard but one or two pure tones at a time, again and again: dial, ringing and busy
 * tones, and melodies of such. Silence between them belongs to it, as long as any ringing tone has.
 */
public final class SignallingTones {
    /** Frames that a tone lasts at least, without its ends: of 250 ms, 160. */
    private static final int SHORTEST = 8;
    /** Frames that are something else but an end of a tone. */
    private static final int EDGE = 4;
    /** Frames of a tone that is longer than any within a word. */
    private static final int FOR_SURE = 25;
    /** Seconds. */
    private static final double LONGEST_SILENCE = 4.5;
    /** Share of the stretch that is tones: of European ringing, a fifth. */
    private static final double LEAST = 0.18;
    /** Share of what is heard that is something else: ends of tones. */
    private static final double MOST_ELSE = 0.15;

    private final FrameTrack frames;
    private final BitSet pure;
    private final BitSet other;
    private final List<Range> stretches = new ArrayList<>();
    private int start = -1;
    private int end;

    private SignallingTones(FrameTrack frames, List<Range> keys) {
        this.frames = frames;
        this.pure = frames.pure();
        this.other = frames.other();
        keys.forEach(this::forget);
    }

    /**
     * In their order.
     *
     * @param keys when keys are pressed, which are no such tones
     */
    public static List<Range> in(FrameTrack frames, List<Range> keys) {
        return new SignallingTones(frames, keys).find();
    }

    private void forget(Range key) {
        var from = Math.max(0, (int) (key.start() / frames.frame()) - 1);
        var to = (int) (key.end() / frames.frame()) + 2;
        pure.clear(from, to);
        other.clear(from, to);
    }

    private List<Range> find() {
        for (int from = pure.nextSetBit(0); from >= 0; ) {
            var to = pure.nextClearBit(from);
            if (to - from >= SHORTEST && !isOfSpeech(from, to)) {
                if (start >= 0 && isApart(from)) {
                    close();
                }
                start = start < 0 ? from : start;
                end = to;
            }
            from = pure.nextSetBit(to);
        }
        if (start >= 0) {
            close();
        }
        return List.copyOf(stretches);
    }

    /** Whether something longer than an end of a tone follows it at once, or goes before it: a pure sound within a word. */
    private boolean isOfSpeech(int from, int to) {
        var isBefore = from > EDGE && other.nextClearBit(from - 1 - EDGE) >= from;
        return to - from < FOR_SURE && (isBefore || other.nextClearBit(to) - to > EDGE);
    }

    /** Whether something else than silence and ends of tones lies between. */
    private boolean isApart(int next) {
        if ((next - end) * frames.frame() > LONGEST_SILENCE) {
            return true;
        }
        for (int from = other.nextSetBit(end); from >= 0 && from < next; ) {
            var to = other.nextClearBit(from);
            if (to - from > EDGE) {
                return true;
            }
            from = other.nextSetBit(to);
        }
        return false;
    }

    private void close() {
        var tones = pure.get(start, end).cardinality();
        var rest = other.get(start, end).cardinality();
        if (tones >= LEAST * (end - start) && rest <= MOST_ELSE * (tones + rest)) {
            stretches.add(new Range(start * frames.frame(), end * frames.frame()));
        }
        start = -1;
    }
}
