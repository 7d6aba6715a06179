package io.tapedeck.analytics.speech;

import java.util.List;

/** A clock that goes only while something is heard. */
public final class SpeakingClock {
    private final List<Span> spans;
    private final long[] before;

    public SpeakingClock(Speech speech) {
        spans = speech.spans();
        before = new long[spans.size() + 1];
        for (int i = 0; i < spans.size(); i++) {
            before[i + 1] = before[i] + spans.get(i).length();
        }
    }

    /** Milliseconds that were heard until a time of the call. */
    public long at(long time) {
        var low = 0;
        var high = spans.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (spans.get(middle).start() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0
                ? 0
                : before[low - 1]
                        + Math.min(
                                time - spans.get(low - 1).start(),
                                spans.get(low - 1).length());
    }

    /** Milliseconds of it between two times of the call. */
    public long between(long start, long end) {
        return at(end) - at(start);
    }

    /** Milliseconds in all. */
    public long total() {
        return before[spans.size()];
    }
}
