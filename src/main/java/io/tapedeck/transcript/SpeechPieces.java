package io.tapedeck.transcript;

import io.tapedeck.audio.Range;
import java.util.ArrayList;
import java.util.List;

/** Cuts a channel at pauses into pieces that an engine hears one by one; long silence is in none of them. */
public final class SpeechPieces {
    /**
     * Seconds of a pause that is left out. While the other side has its turn there is silence too, but engines hear half a minute at a
     * time for the price of a second, and learn what a line sounds like as they go.
     */
    private static final double SILENCE = 10;
    /** Seconds that are kept before and after speech. */
    private static final double MARGIN = 0.3;

    private final double longest;
    private final double duration;
    private final List<Range> pieces = new ArrayList<>();

    private SpeechPieces(double longest, double duration) {
        this.longest = longest;
        this.duration = duration;
    }

    /**
     * The pieces in their order, each apart from the next; none where nobody speaks.
     *
     * @param duration of the channel, seconds
     * @param longest seconds of a piece
     */
    public static List<Range> of(VoiceRanges voice, double duration, double longest) {
        var cut = new SpeechPieces(longest, duration);
        var ranges = voice.ranges();
        for (int i = 0; i < ranges.size(); i++) {
            var start = i == 0 ? 0 : middle(ranges.get(i - 1), ranges.get(i));
            var end = i + 1 == ranges.size() ? duration : middle(ranges.get(i), ranges.get(i + 1));
            cut.add(ranges.get(i), start, end);
        }
        return List.copyOf(cut.pieces);
    }

    private static double middle(Range before, Range after) {
        return (before.end() + after.start()) / 2;
    }

    private void add(Range speech, double earliest, double latest) {
        var start = Math.max(earliest, speech.start() - MARGIN);
        var end = Math.min(Math.min(latest, duration), speech.end() + MARGIN);
        if (!pieces.isEmpty()
                && start - pieces.getLast().end() < SILENCE
                && end - pieces.getLast().start() <= longest) {
            pieces.add(new Range(pieces.removeLast().start(), end));
            return;
        }
        for (; end - start > longest; start += longest) {
            pieces.add(new Range(start, start + longest));
        }
        if (end > start) {
            pieces.add(new Range(start, end));
        }
    }
}
