package io.tapedeck.signal;

/** Counts the frames that tones fill, and those at either end that they fill in part: a tone of 50 ms fills but one whole. */
final class ToneEdges {
    private boolean wasActive;
    private boolean wasTonal;
    private int rising;
    private int falling;

    /** How many frames more are known to be tones, now that the next one is. */
    int tonal(boolean active, boolean tonal) {
        var known = 0;
        if (!active) {
            known = falling;
        } else if (tonal) {
            known = 1 + rising;
        }
        var partial = active && !tonal;
        rising = partial && !wasActive ? 1 : 0;
        falling = partial && wasTonal ? 1 : 0;
        wasActive = active;
        wasTonal = active && tonal;
        return known;
    }
}
