package io.tapedeck.analytics.speech;

import java.util.Collection;
import java.util.Optional;

/**
 * The middle and the slow end of some times, in seconds to the millisecond.
 *
 * @param p90 that nine of ten are not above
 */
public record Spread(double median, double p90) {
    private static final double MIDDLE = 0.5;
    private static final double NINE_OF_TEN = 0.9;

    /** Of milliseconds in any order; empty without any. */
    public static Optional<Spread> of(Collection<Long> milliseconds) {
        if (milliseconds.isEmpty()) {
            return Optional.empty();
        }
        var sorted =
                milliseconds.stream().mapToDouble(Long::doubleValue).sorted().toArray();
        return Optional.of(new Spread(seconds(sorted, MIDDLE), seconds(sorted, NINE_OF_TEN)));
    }

    private static double seconds(double[] sorted, double share) {
        return Span.seconds(Math.round(Quantile.of(sorted, share)));
    }
}
