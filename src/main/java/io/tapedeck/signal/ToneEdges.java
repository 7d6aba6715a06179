package io.tapedeck.signal;

/**
 * Counts the power of frames that tones fill, and of those beside them: a tone of 50 ms fills but one or two whole, and
 * codecs blur its ends.
 */
final class ToneEdges {
    private boolean wasTonal;
    /** Of the frame before, if it is not known to be a tone. */
    private double undecided;

    /**
     * How much more power is known to be of tones, now that the next frame is.
     *
     * @param power of the frame; 0 if it is not active
     */
    double tonal(double power, boolean tonal) {
        var known = tonal ? undecided + power : wasTonal ? power : 0;
        undecided = tonal || wasTonal ? 0 : power;
        wasTonal = tonal;
        return known;
    }
}
